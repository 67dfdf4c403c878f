using Microsoft.Graph;
using Microsoft.Graph.Models;
using static Hallbarhet.LocalTenant.Tests.Contract.Cases;

namespace Hallbarhet.LocalTenant.Tests.Contract;

internal static class FileCases
{
    private const string Drive = "/v1.0/drives/{drive}";
    private const string Item = Drive + "/items/{item}";
    private const string File = Drive + "/items/{file}";

    public static IEnumerable<ContractCase> All =>
    [
        .. Anywhere("GET", "/v1.0/sites/{site}/drives", (g, at) => g.Sites[at["site"]].Drives.GetAsync(),
            Good("The libraries that people see, as drives") with { Facts = [("value/*/driveType", "documentLibrary")] },
            Bad(403, "accessDenied", "A person outside the group") with { As = Who.Outsider }),

        .. Anywhere("GET", "/v1.0/sites/{site}/drive", (g, at) => g.Sites[at["site"]].Drive.GetAsync(),
            Good("The site's own library") with { Facts = [("id", "*"), ("driveType", "documentLibrary")] },
            Bad(403, "accessDenied", "A person outside the group") with { As = Who.Outsider }),

        .. Anywhere("GET", "/v1.0/sites/{site}/lists/{list}/drive", (g, at) => g.Sites[at["site"]].Lists[at["list"]].Drive.GetAsync(),
            Good("The drive of a library") with { With = [("list", "{library}")], Facts = [("id", "{drive}")] },
            Bad(404, "itemNotFound", "A list that is no library has no drive")),

        .. Anywhere("GET", Drive, (g, at) => g.Drives[at["drive"]].GetAsync(),
            Good("A drive by its id") with { Facts = [("id", "{drive}"), ("webUrl", "*")] },
            Missing("drive", "b!finnsinte", "itemNotFound", "No such drive")),

        .. Anywhere("GET", Item, (g, at) => g.Drives[at["drive"]].Items[at["item"]].GetAsync(),
            Good("A file, with an address to download it from that needs no token") with { With = [("item", "{file}")], Facts = [("file/mimeType", "text/plain"), ("size", "3"), ("@microsoft.graph.downloadUrl", "*"), ("parentReference/driveId", "{drive}")] },
            Good("A folder by its path") with { Path = Drive + "/root:/{folder.name}", Facts = [("id", "{folder}"), ("folder/childCount", "0"), ("file", null)] },
            Good("A file with its row and the row's values") with { With = [("item", "{file}")], Query = "?$expand=listItem($expand=fields($select=FileLeafRef))", Facts = [("listItem/fields/FileLeafRef", "{file.name}")] },
            Missing("item", "01FINNSINTE", "itemNotFound", "No such item"),
            Bad(404, "itemNotFound", "Nothing at this path") with { Path = Drive + "/root:/finns/inte.txt" }),

        .. Anywhere("GET", Item + "/versions", (g, at) => g.Drives[at["drive"]].Items[at["item"]].Versions.GetAsync(),
            Good("Who made which version of a file") with { With = [("item", "{file}")], Facts = [("value/0/id", "1.0"), ("value/0/lastModifiedBy", "*")] },
            Bad(400, "invalidRequest", "A folder has no versions") with { With = [("item", "{folder}")] },
            Missing("item", "01FINNSINTE", "itemNotFound", "No such file")),

        .. Anywhere("PATCH", Item, (g, at) => g.Drives[at["drive"]].Items[at["item"]].PatchAsync(at.Model<DriveItem>()),
            Good("A file gets a new name and keeps its id") with { With = [("item", "{file}")], Body = """{"name":"Kontrakt omdöpt {n}.txt"}""", Facts = [("id", "{file}"), ("name", "Kontrakt omdöpt {n}.txt")] },
            Good("A file moves into a folder and keeps its id") with { With = [("item", "{file}")], Body = """{"parentReference":{"id":"{folder}"}}""", Facts = [("id", "{file}"), ("parentReference/id", "{folder}")] },
            Bad(412, "resourceModified", "The file has changed since it was read") with { With = [("item", "{file}")], Body = """{"name":"x.txt"}""", Headers = [("If-Match", "\"" + NoGuid + ",9\"")] },
            Bad(400, "invalidRequest", "A name with a character that SharePoint forbids") with { With = [("item", "{file}")], Body = """{"name":"a*b.txt"}""" },
            Bad(400, "invalidRequest", "A move to another drive") with { With = [("item", "{file}")], Body = """{"parentReference":{"driveId":"b!annan","id":"01X"}}""" }),

        .. Anywhere("DELETE", Item, (g, at) => g.Drives[at["drive"]].Items[at["item"]].DeleteAsync(),
            Good("A file is gone", 204) with { With = [("item", "{file}")] },
            Bad(412, "resourceModified", "The file has changed since it was read") with { With = [("item", "{file}")], Headers = [("If-Match", "\"" + NoGuid + ",9\"")] },
            Bad(403, "accessDenied", "The root of a drive") with { With = [("item", "root")] },
            Missing("item", "01FINNSINTE", "itemNotFound", "No such item")),

        .. Anywhere("GET", Item + "/children", (g, at) => g.Drives[at["drive"]].Items[at["item"]].Children.GetAsync(),
            Good("What is in a folder") with { With = [("item", "root"), ("in", "{file}")], Facts = [("value/*/id", "{file}")] },
            Bad(400, "invalidRequest", "A file has no children") with { With = [("item", "{file}")] },
            Missing("item", "01FINNSINTE", "itemNotFound", "No such folder")),

        .. Anywhere("POST", Item + "/children", (g, at) => g.Drives[at["drive"]].Items[at["item"]].Children.PostAsync(at.Model<DriveItem>()),
            Good("A new folder", 201) with { With = [("item", "root")], Body = """{"name":"Kontrakt ny mapp {n}","folder":{},"@microsoft.graph.conflictBehavior":"fail"}""", Facts = [("name", "Kontrakt ny mapp {n}"), ("folder/childCount", "0")] },
            Good("A folder under a free name when the name is taken", 201) with { With = [("item", "root")], Body = """{"name":"{folder.name}","folder":{},"@microsoft.graph.conflictBehavior":"rename"}""", Facts = [("name", "{folder.name} 1")] },
            Bad(409, "nameAlreadyExists", "A name that is taken") with { With = [("item", "root")], Body = """{"name":"{folder.name}","folder":{},"@microsoft.graph.conflictBehavior":"fail"}""" },
            Bad(400, "invalidRequest", "A file, which only an upload makes") with { Findings = ["REQ_REQUIRED"], With = [("item", "root")], Body = """{"name":"Kontrakt.txt"}""" }),

        .. Anywhere("GET", Item + "/listItem", (g, at) => g.Drives[at["drive"]].Items[at["item"]].ListItem.GetAsync(),
            Good("The row of a file") with { With = [("item", "{file}")], Facts = [("id", "*"), ("contentType/name", "*")] },
            Bad(404, "itemNotFound", "The root has no row") with { With = [("item", "root")] }),

        .. Anywhere("GET", Item + "/listItem/fields", null,
            Good("The values of a file's row") with { With = [("item", "{file}")], Facts = [("FileLeafRef", "{file.name}")] },
            Missing("item", "01FINNSINTE", "itemNotFound", "No such file")),

        .. Anywhere("PATCH", Item + "/listItem/fields", null,
            Good("A file's row gets values") with { With = [("item", "{file}")], Body = """{"Title":"Kontrakt {n}"}""", Facts = [("Title", "Kontrakt {n}")] },
            Bad(400, "invalidRequest", "A column that the library does not have") with { With = [("item", "{file}")], Body = """{"Nope":"x"}""" },
            Bad(412, "resourceModified", "The row has changed since it was read") with { With = [("item", "{file}")], Body = """{"Title":"x"}""", Headers = [("If-Match", "\"" + NoGuid + ",9\"")] }),

        .. Anywhere("PUT", Item + "/content", null,
            Good("A new file; folders on its way are made", 201) with
            {
                Path = Drive + "/items/root:/{path}:/content", With = [("path", "Kontrakt mapp/{n}/ny.txt")], Body = "hej", Headers = [("Content-Type", "text/plain")],
                Sdk = (g, at) => g.Drives[at["drive"]].Items["root"].ItemWithPath(at["path"]).Content.PutAsync(at.Content()),
                Facts = [("name", "ny.txt"), ("size", "3")],
            },
            Good("A file that is there gets new content") with { Path = File + "/content", Body = "hejdå", Headers = [("Content-Type", "text/plain")], Sdk = (g, at) => g.Drives[at["drive"]].Items[at["file"]].Content.PutAsync(at.Content()), Facts = [("id", "{file}"), ("size", "6")], Differs = "Office files are rewritten on the way in, as SharePoint does when it stamps library properties into them: bytes and hash differ from what was sent. What exactly SharePoint changes is not documented." },
            Good("A free name when the name is taken", 201) with { Path = Drive + "/items/root:/{file.name}:/content", Query = "?@microsoft.graph.conflictBehavior=rename", Body = "hej", Headers = [("Content-Type", "text/plain")], Facts = [("name", "~ 1[.]txt$")] },
            Bad(409, "nameAlreadyExists", "A name that is taken, where the client asks for failure") with { Path = Drive + "/items/root:/{file.name}:/content", Query = "?@microsoft.graph.conflictBehavior=fail", Body = "hej", Headers = [("Content-Type", "text/plain")] },
            Bad(412, "resourceModified", "The content has changed since it was read") with { Path = File + "/content", Body = "hej", Headers = [("Content-Type", "text/plain"), ("If-Match", "\"" + NoGuid + ",9\"")], Sdk = (g, at) => g.Drives[at["drive"]].Items[at["file"]].Content.PutAsync(at.Content()) },
            Bad(400, "invalidRequest", "A name with a character that SharePoint forbids") with { Path = Drive + "/items/root:/a%2Ab.txt:/content", Body = "hej", Headers = [("Content-Type", "text/plain")] }),

        .. Anywhere("GET", Item + "/content", (g, at) => g.Drives[at["drive"]].Items[at["item"]].Content.GetAsync(),
            Good("The content, through a redirect to an address on another host name that needs no token") with { With = [("item", "{file}")], Facts = [(".", "hej")] },
            Bad(400, "invalidRequest", "A folder has no content") with { With = [("item", "{folder}")] },
            Bad(501, "notImplemented", "A format other than pdf") with { Findings = ["FORMAT"], With = [("item", "{file}")], Query = "?format=html", Differs = "The service converts to more formats; the product needs PDF. Conversion is done by LibreOffice where it is installed, so line and page breaks differ from the service's, and is refused with 501 where it is not." },
            Missing("item", "01FINNSINTE", "itemNotFound", "No such file")),
    ];
}
