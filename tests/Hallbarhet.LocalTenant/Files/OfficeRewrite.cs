using System.IO.Compression;
using System.Xml.Linq;

namespace Hallbarhet.LocalTenant.Files;

/// <summary>SharePoint writes document properties into Office files on upload, so what is read back is not what was sent.</summary>
internal static class OfficeRewrite
{
    private const string Part = "docProps/custom.xml";
    private const string PropertyName = "ContentTypeId";

    /// <summary>Not the wall clock: the same upload gives the same file.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XNamespace Properties = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
    private static readonly XNamespace Variant = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    public static byte[] Apply(string name, byte[] content, Guid stamp)
    {
        if (Path.GetExtension(name).ToUpperInvariant() is not (".DOCX" or ".XLSX" or ".PPTX")) return content;
        var stream = new MemoryStream();
        stream.Write(content);
        try
        {
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true)) Stamp(zip, stamp);
            return stream.ToArray();
        }
        catch (InvalidDataException)
        {
            return content;
        }
    }

    private static void Stamp(ZipArchive zip, Guid stamp)
    {
        var isNew = zip.GetEntry(Part) is null;
        var custom = Load(zip, Part)
            ?? new XElement(Properties + "Properties", new XAttribute(XNamespace.Xmlns + "vt", Variant.NamespaceName));
        custom.Elements().Where(p => (string?)p.Attribute("name") == PropertyName).Remove();
        var next = custom.Elements().Select(p => (int?)p.Attribute("pid") ?? 1).DefaultIfEmpty(1).Max() + 1;
        custom.Add(new XElement(Properties + "property", new XAttribute("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"),
            new XAttribute("pid", next),
            new XAttribute("name", PropertyName), new XElement(Variant + "lpwstr", "0x0101" + stamp.ToString("N").ToUpperInvariant())));
        Save(zip, Part, custom);
        if (isNew) Register(zip);
    }

    private static void Register(ZipArchive zip)
    {
        if (Load(zip, "[Content_Types].xml") is not { } types || Load(zip, "_rels/.rels") is not { } relations)
            throw new InvalidDataException("Not an Office file");
        types.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + Part),
            new XAttribute("ContentType", "application/vnd.openxmlformats-officedocument.custom-properties+xml")));
        relations.Add(new XElement(Relations + "Relationship", new XAttribute("Id", "rIdCustomProperties"),
            new XAttribute("Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"),
                new XAttribute("Target", Part)));
        Save(zip, "[Content_Types].xml", types);
        Save(zip, "_rels/.rels", relations);
    }

    private static XElement? Load(ZipArchive zip, string part)
    {
        if (zip.GetEntry(part) is not { } entry) return null;
        using var stream = entry.Open();
        return XElement.Load(stream);
    }

    private static void Save(ZipArchive zip, string part, XElement content)
    {
        zip.GetEntry(part)?.Delete();
        var entry = zip.CreateEntry(part);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        content.Save(stream, SaveOptions.DisableFormatting);
    }
}
