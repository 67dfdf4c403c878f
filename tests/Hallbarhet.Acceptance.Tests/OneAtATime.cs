// A host has one identity endpoint per process, as Azure gives it; tenants beside each other would be handed each other's tokens.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
