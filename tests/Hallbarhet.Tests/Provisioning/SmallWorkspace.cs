using Hallbarhet.Tests.Workspace;

namespace Hallbarhet.Tests.Provisioning;

/// <summary>Data with two lists, small enough to be applied many times.</summary>
internal static class SmallWorkspace
{
    private static readonly string[] Kept = ["members.json", "organisation.json"];

    public static DataFolder Create()
    {
        var data = new DataFolder();
        foreach (var file in Directory.GetFiles(data.Path("lists")).Where(file => !Kept.Contains(Path.GetFileName(file))))
            File.Delete(file);
        foreach (var file in (string[])["meeting-documents.json", "report-files.json", "drafts.json"])
            File.Delete(data.Path(Path.Combine("libraries", file)));
        foreach (var folder in (string[])["goals", "pages"])
            Directory.Delete(data.Path(folder), recursive: true);
        Directory.CreateDirectory(data.Path("pages"));
        File.WriteAllText(data.Path("pages/start.json"), """{ "key": "start", "file": "Start.aspx", "title": "Start", "order": 1, "blocks": [{ "text": "Hej" }] }""");
        File.WriteAllText(data.Path("navigation.json"), """{ "menu": [{ "page": "start" }], "strategists": { "title": "För strategerna", "items": [{ "list": "Members" }] } }""");
        return data;
    }
}
