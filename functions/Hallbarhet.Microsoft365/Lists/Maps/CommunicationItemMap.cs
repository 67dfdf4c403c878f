using Hallbarhet.Group.Communication;
using Hallbarhet.Group.Jobs;

namespace Hallbarhet.Microsoft365.Lists.Maps;

internal static class CommunicationItemMap
{
    public static RowMap<CommunicationItem> Map { get; } =
        new RowMap<CommunicationItem>(GroupList.CommunicationItems, "CommunicationItems", Read)
            .Titled()
            .Keyed()
            .Messaged()
            .Lookup("Initiative", r => r.InitiativeId)
            .Note("Message", r => r.Message)
            .Choices("Channels", r => r.Channels)
            .Person("Contact", r => r.Contact)
            .Person("Communicator", r => r.Communicator)
            .Choice("CommStatus", r => r.Status)
            .Text("PublishedUrl", r => r.PublishedUrl)
            .Day("ReviewOn", r => r.ReviewOn);

    private static CommunicationItem Read(Fields f) => new()
    {
        InitiativeId = f.Lookup("Initiative"),
        Message = f.Text("Message"),
        Channels = f.Choices("Channels"),
        Contact = f.Person("Contact"),
        Communicator = f.Person("Communicator"),
        Status = f.Choice<CommunicationStatus>("CommStatus"),
        PublishedUrl = f.Text("PublishedUrl"),
        ReviewOn = f.Day("ReviewOn"),
    };
}
