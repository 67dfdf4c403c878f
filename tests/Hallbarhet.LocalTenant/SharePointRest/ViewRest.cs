using Hallbarhet.LocalTenant.Lists;
using Hallbarhet.LocalTenant.Sites;

namespace Hallbarhet.LocalTenant.SharePointRest;

internal static class ViewRest
{
    private static readonly string[] Settings = ["Title", "ViewQuery", "RowLimit", "Paged", "DefaultView", "Hidden", "CustomFormatter", "ViewType2"];

    public static IEnumerable<RestOperation> Table =>
    [
        new("GET", "web/lists({list})/views", RoleLevel.Read, All, "$select,$expand,$filter,$top"),
        new("POST", "web/lists({list})/views", RoleLevel.Edit, Create),
        new("POST", "web/lists({list})/views/add", RoleLevel.Edit, Add),
        new("GET", "web/lists({list})/views({view})", RoleLevel.Read, call => RestAnswer.One(call, ViewShape.Of(call.List, Of(call))),
            "$select,$expand"),
        new("PATCH", "web/lists({list})/views({view})", RoleLevel.Edit, Update),
        new("DELETE", "web/lists({list})/views({view})", RoleLevel.Edit, Delete),
        new("POST", "web/lists({list})/views({view})/SetViewXml(viewXml)", RoleLevel.Edit, SetXml),
        new("GET", "web/lists({list})/views({view})/viewfields", RoleLevel.Read, call => RestAnswer.One(call, ViewShape.Fields(Of(call)))),
        new("POST", "web/lists({list})/views({view})/viewfields/addviewfield(strField)", RoleLevel.Edit, AddField),
        new("POST", "web/lists({list})/views({view})/viewfields/removeviewfield(strField)", RoleLevel.Edit, RemoveField),
        new("POST", "web/lists({list})/views({view})/viewfields/moveviewfieldto(field,index)", RoleLevel.Edit, MoveField),
        new("POST", "web/lists({list})/views({view})/viewfields/removeallviewfields", RoleLevel.Edit, RemoveAllFields),
    ];

    private static ListView Of(RestCall call)
    {
        var (key, views) = (call["view"], call.List.Views);
        return key.By switch
        {
            "default" => views.Find(v => v.IsDefault),
            "title" => views.Find(v => v.Title.Equals(key.Text, StringComparison.OrdinalIgnoreCase)),
            _ => Guid.TryParse(key.Text, out var id) ? views.Find(v => v.Id == id) : null,
        } ?? throw RestError.Argument("The specified view is invalid.", 404);
    }

    private static Reply All(RestCall call) => RestAnswer.Many(call, call.List.Views.Select(v => ViewShape.Of(call.List, v)));

    private static Reply Create(RestCall call)
    {
        var body = RestBody.Entity(call.Request, "SP.View", [.. Settings, "PersonalView"]);
        return Created(call, body, 201);
    }

    /// <summary>The same with other names, and with columns.</summary>
    private static Reply Add(RestCall call)
    {
        var given = RestBody.Parameter(call.Request, "parameters", "SP.ViewCreationInformation",
            "Title", "ViewFields", "Query", "RowLimit", "Paged", "SetAsDefaultView", "PersonalView", "CustomFormatter", "ViewTypeKind", "ViewType2");
        if (given.Whole("ViewTypeKind") is not (null or 0 or 1)) throw RestError.NotKnown("A view that is no table");
        var names = given.ContainsKey("ViewFields") ? given.Texts("ViewFields").Select(f => ViewColumns.Demand(call.List, f)).ToList() : null;
        foreach (var (from, to) in ((string, string)[])[("Query", "ViewQuery"), ("SetAsDefaultView", "DefaultView")])
            if (given.Remove(from, out var value)) given[to] = value;
        return Created(call, given, 200, names);
    }

    private static Reply Created(RestCall call, JsonObject body, int status, List<string>? fields = null)
    {
        var list = call.List;
        var title = body.Text("Title") is { Length: > 0 } given ? given : throw RestError.Argument("Value does not fall within the expected range.");
        if (body.Flag("PersonalView") == true) throw RestError.NotKnown("A personal view");
        var view = new ListView { Id = call.Tenant.Ids.Guid(), Title = title, Name = FreeName(list, title), Paged = false };
        Apply(list, view, body);
        view.Fields.AddRange(fields ?? list.Views.Find(v => v.IsDefault)!.Fields);
        list.Views.Add(view);
        if (body.Flag("DefaultView") == true) MakeDefault(list, view);
        call.Touch(list);
        return RestCall.Json(ViewShape.Of(list, view).Plain, status);
    }

    private static Reply Update(RestCall call)
    {
        var body = RestBody.Entity(call.Request, "SP.View", Settings);
        var (list, view) = (call.List, Of(call));
        if (view.IsDefault && body.Flag("DefaultView") == false)
            throw RestError.NotNow("A list must have a default view; make another view the default instead.");
        Apply(list, view, body);
        if (body.Flag("DefaultView") == true) MakeDefault(list, view);
        call.Touch(list);
        return Reply.Empty(204);
    }

    private static void Apply(SharePointList list, ListView view, JsonObject body)
    {
        if (body.Text("ViewType2") is not (null or "" or "NONE")) throw RestError.NotKnown($"A view of the kind {body.Text("ViewType2")}");
        var query = body.Text("ViewQuery") is { } caml ? ViewColumns.DemandQuery(list, caml) : view.Query;
        var formatter = Formatter.Read(body, view.CustomFormatter);
        var limit = body.Whole("RowLimit") ?? view.RowLimit;
        if (limit < 1) throw RestError.Argument("Value does not fall within the expected range.");
        (view.Query, view.CustomFormatter, view.RowLimit) = (query, formatter, limit);
        view.Title = body.Text("Title") ?? view.Title;
        view.Paged = body.Flag("Paged") ?? view.Paged;
        view.Hidden = body.Flag("Hidden") ?? view.Hidden;
    }

    private static void MakeDefault(SharePointList list, ListView view)
    {
        foreach (var other in list.Views) other.IsDefault = other == view;
    }

    private static Reply Delete(RestCall call)
    {
        var view = Of(call);
        if (view.IsDefault) throw RestError.NotNow("The default view of a list cannot be deleted.");
        _ = call.List.Views.Remove(view);
        call.Touch(call.List);
        return Reply.Empty(200);
    }

    private static Reply SetXml(RestCall call)
    {
        ViewXml.Apply(call.List, Of(call), call.Parameter("viewXml"));
        return Changed(call);
    }

    private static Reply AddField(RestCall call)
    {
        var name = ViewColumns.Demand(call.List, call.Parameter("strField"));
        if (!Of(call).Fields.Contains(name)) Of(call).Fields.Add(name);
        return Changed(call);
    }

    private static Reply RemoveField(RestCall call)
    {
        _ = Of(call).Fields.Remove(ViewColumns.Demand(call.List, call.Parameter("strField")));
        return Changed(call);
    }

    private static Reply MoveField(RestCall call)
    {
        var (fields, name, index) = (Of(call).Fields, call.Parameter("field"), call.Number("index"));
        if (!fields.Contains(name) || index < 0 || index >= fields.Count) throw RestError.Argument("Value does not fall within the expected range.");
        _ = fields.Remove(name);
        fields.Insert(index, name);
        return Changed(call);
    }

    private static Reply RemoveAllFields(RestCall call)
    {
        Of(call).Fields.Clear();
        return Changed(call);
    }

    private static Reply Changed(RestCall call)
    {
        call.Touch(call.List);
        return RestCall.Nothing();
    }

    /// <summary>The page of a view is named after its first title; two views may share a title but not a page.</summary>
    private static string FreeName(SharePointList list, string title)
    {
        var wanted = string.Concat(title.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '_' or '-')).Trim();
        if (wanted.Length == 0) wanted = "View";
        var name = wanted;
        for (var n = 1; list.Views.Exists(v => v.Name.Equals(name, StringComparison.OrdinalIgnoreCase)); n++) name = $"{wanted}{n}";
        return name;
    }
}
