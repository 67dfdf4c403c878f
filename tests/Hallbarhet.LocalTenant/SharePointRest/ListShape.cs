using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>SP.List.</summary>
internal static class ListShape
{
    public static int BaseTemplate(SharePointList list) => list.Template switch
    {
        "documentLibrary" => 101,
        "webPageLibrary" => 119,
        "userInformation" => 112,
        _ => 100,
    };

    /// <summary>The list's server relative address.</summary>
    public static string Path(SharePointList list) => Uri.UnescapeDataString(new Uri(list.WebUrl).AbsolutePath);

    public static string ItemType(SharePointList list) => $"SP.Data.{EntityName(list)}Item";

    public static Shaped Of(RestCall call, SharePointList list) => new("SP.List", Plain(call, list))
    {
        Asked = new()
        {
            ["EffectiveBasePermissions"] = () => RoleShape.Permissions(RoleShape.LevelOf(call, list, null)),
            ["HasUniqueRoleAssignments"] = () => list.OwnRoles is not null,
            ["ReadSecurity"] = () => list.ReadSecurity,
            ["WriteSecurity"] = () => list.WriteSecurity,
        },
        Inner = new()
        {
            ["DefaultView"] = inner => ViewShape.Of(list, list.Views.Find(v => v.IsDefault)!).Show(inner),
            ["Fields"] = inner => Shaped.Show(FieldShape.All(list), inner),
            ["Items"] = inner => Shaped.Show(ItemShape.Readable(call, list), inner),
            ["RoleAssignments"] = inner => Shaped.Show(RoleShape.Assignments(call, list.OwnRoles ?? call.Site.Roles), inner),
            ["RootFolder"] = inner => FolderShape.OfList(list).Show(inner),
            ["Views"] = inner => Shaped.Show(list.Views.Select(v => ViewShape.Of(list, v)), inner),
        },
    };

    private static JsonObject Plain(RestCall call, SharePointList list) => J.Obj(
        ("AllowContentTypes", true), ("BaseTemplate", BaseTemplate(list)), ("BaseType", list.Drive is null ? 0 : 1),
        ("ContentTypesEnabled", false), ("CrawlNonDefaultViews", false), ("Created", list.Created),
        ("CurrentChangeToken", J.Obj(("StringValue", $"1;3;{list.Id};{list.Version};{list.Version}"))),
        ("DefaultContentApprovalWorkflowId", Guid.Empty.ToString()), ("DefaultItemOpenUseListSetting", false),
        ("Description", list.Description), ("Direction", "none"), ("DisableCommenting", false), ("DisableGridEditing", false),
        ("DocumentTemplateUrl", null), ("DraftVersionVisibility", list.DraftVersionVisibility), ("EnableAttachments", list.Drive is null),
        ("EnableFolderCreation", list.Drive is not null), ("EnableMinorVersions", list.EnableMinorVersions),
        ("EnableModeration", list.EnableModeration), ("EnableRequestSignOff", true), ("EnableVersioning", list.EnableVersioning),
        ("EntityTypeName", EntityName(list)), ("ExemptFromBlockDownloadOfNonViewableFiles", false), ("FileSavePostProcessingEnabled", false),
        ("ForceCheckout", false), ("HasExternalDataSource", false), ("Hidden", list.Hidden), ("Id", list.Id),
        ("ImagePath", J.Obj(("DecodedUrl", Image(list)))), ("ImageUrl", Image(list)), ("DefaultSensitivityLabelForLibrary", ""),
        ("IrmEnabled", false), ("IrmExpire", false), ("IrmReject", false), ("IsApplicationList", list.Template == "webPageLibrary"),
        ("IsCatalog", list.System), ("IsPrivate", false), ("ItemCount", list.Items.Count), ("LastItemDeletedDate", list.Modified),
        ("LastItemModifiedDate", list.Modified), ("LastItemUserModifiedDate", list.Modified), ("ListExperienceOptions", 0),
        ("ListItemEntityTypeFullName", ItemType(list)), ("MajorVersionLimit", list.MajorVersionLimit), ("MajorWithMinorVersionsLimit", 0),
        ("MultipleDataList", false), ("NoCrawl", false), ("ParentWebPath", J.Obj(("DecodedUrl", WebShape.Path(call.Site)))),
        ("ParentWebUrl", WebShape.Path(call.Site)), ("ParserDisabled", false), ("ServerTemplateCanCreateFolders", true),
        ("TemplateFeatureId", list.Drive is null ? "00bfea71-de22-43b2-a848-c05709900100" : "00bfea71-e717-4e80-aa17-d0c71b360101"),
        ("Title", list.DisplayName));

    private static string Image(SharePointList list) => $"/_layouts/15/images/{(list.Drive is null ? "itgen" : "itdl")}.png?rev=47";

    private static string EntityName(SharePointList list) => InternalName.Encode(list.Name) + (list.Drive is null ? "List" : "");
}
