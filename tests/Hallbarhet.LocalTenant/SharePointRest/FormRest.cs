using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>Writes items as forms do: every field is judged for itself, and the answer is 200 even when nothing was written.</summary>
internal static class FormRest
{
    /// <summary>SharePoint's code for whatever its fields object to.</summary>
    private const int Objection = -2146232832;

    public static Reply Add(RestCall call)
    {
        var body = RestBody.Read(call.Request);
        DemandPlainItem(call, body);
        var (list, form) = (call.List, new Form(call, body, null));
        foreach (var column in list.Columns.Values) form.Complete(column);
        if (form.Failed) return form.Answer();
        var item = ItemOperations.Add(call.Tenant, call.Site, list, call.Caller, form.Values);
        return form.Answer(("Id", item.Id.ToString(CultureInfo.InvariantCulture)));
    }

    public static Reply Update(RestCall call)
    {
        var (list, item, body) = (call.List, call.Row, RestBody.Read(call.Request));
        DemandKnown(body, "formValues", "bNewDocumentUpdate", "checkInComment");
        var form = new Form(call, body, item);
        if (!form.Failed) ItemOperations.Store(call.Tenant, call.Site, list, item, call.Caller, form.Values);
        return form.Answer();
    }

    private static void DemandPlainItem(RestCall call, JsonObject body)
    {
        DemandKnown(body, "formValues", "bNewDocumentUpdate", "checkInComment", "listItemCreateInfo");
        if (call.List.Drive is not null) throw RestError.NotKnown("AddValidateUpdateItemUsingPath on a library");
        if (call.List.System) throw new GraphError(403, "accessDenied", "Access denied.");
        var info = body.Inner("listItemCreateInfo") ?? [];
        if (info.Whole("UnderlyingObjectType") is not (null or 0)) throw RestError.NotKnown("A folder in a list");
        if (info.Inner("FolderPath")?.Text("DecodedUrl") is { } path
            && !path.Trim('/').EndsWith(ListShape.Path(call.List).Trim('/'), StringComparison.OrdinalIgnoreCase))
            throw RestError.NotKnown("A folder in a list");
    }

    private static void DemandKnown(JsonObject body, params ReadOnlySpan<string> known)
    {
        foreach (var (name, _) in body)
            if (!known.Contains(name)) throw RestError.Query($"The parameter {name} does not exist in method.");
    }

    /// <summary>The values of a form while they are judged, one answered row for each.</summary>
    private sealed class Form
    {
        private readonly RestCall call;
        private readonly ListItem? item;
        private readonly JsonArray rows = [];

        public Form(RestCall call, JsonObject body, ListItem? item)
        {
            (this.call, this.item) = (call, item);
            foreach (var given in body.Objects("formValues")) Judge(given.Text("FieldName") ?? "", given.Text("FieldValue") ?? "");
        }

        public Dictionary<string, object?> Values { get; } = [];

        public bool Failed { get; private set; }

        public Reply Answer(params ReadOnlySpan<(string Name, string Value)> more)
        {
            foreach (var (name, value) in more) Row(name, value, null);
            return RestCall.Json(J.Obj(("value", rows)));
        }

        /// <summary>What a new row gets where the form says nothing: its default, or else an objection when it must have a value.</summary>
        public void Complete(Column column)
        {
            if (Values.ContainsKey(column.Name) || column.ReadOnly) return;
            ItemValues.Default(call.Tenant, column, Values);
            if (column.Required && !Values.ContainsKey(column.Name) && !IsAnswered(column.Name)) Judge(column.Name, "");
        }

        private bool IsAnswered(string name) => rows.Any(r => (string?)r!["FieldName"] == name);

        private void Judge(string name, string text)
        {
            try
            {
                var list = call.List;
                var column = list.Columns.GetValueOrDefault(name) ?? throw RestError.NoColumn(name);
                var values = ItemValues.Read(call.Site, list, FormValue.Read(call, column, text));
                ItemValues.Check(list, values, item);
                Values[column.Name] = values[column.Name];
                Row(name, text, null);
            }
            catch (GraphError e) when (e.Status != 501)
            {
                Failed = true;
                Row(name, text, e.Message);
            }
        }

        private void Row(string name, string value, string? error) => rows.Add(J.Obj(
            ("ErrorCode", error is null ? 0 : Objection), ("ErrorMessage", error), ("FieldName", name), ("FieldValue", value),
            ("HasException", error is not null), ("ItemId", item?.Id ?? 0)));
    }
}
