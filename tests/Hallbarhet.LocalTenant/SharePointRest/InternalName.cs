using Hallbarhet.LocalTenant.Lists;

namespace Hallbarhet.LocalTenant.SharePointRest;

/// <summary>How SharePoint makes an internal name out of a title.</summary>
internal static class InternalName
{
    private const int Longest = 32;

    public static string Encode(string title)
    {
        var name = new StringBuilder();
        foreach (var c in title)
        {
            var isFine = char.IsAsciiLetter(c) || c == '_' || char.IsAsciiDigit(c) && name.Length > 0;
            name.Append(isFine ? c.ToString() : $"_x{(int)c:x4}_");
        }
        return name.ToString();
    }

    /// <summary>The title as a name that no column of the list has yet: a taken one gets a number at its end.</summary>
    public static string Free(SharePointList list, string title)
    {
        var name = Encode(title);
        if (name.Length > Longest) name = name[..Longest];
        var free = name;
        for (var n = 0; list.Columns.ContainsKey(free); n++) free = $"{name}{n}";
        return free;
    }
}
