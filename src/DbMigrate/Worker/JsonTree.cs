using System.Collections.Generic;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace DbMigrate.Worker;

/// <summary>
/// Makes a tree of what the framework's JSON reader reads. The reader gives a text in pieces, one for each escaped
/// letter; a tree that is loaded from it copies the whole text for each of them, minutes for a script of 1,000 tables.
/// </summary>
internal static class JsonTree
{
    private const string Declarations = "http://www.w3.org/2000/xmlns/";

    /// <exception cref="XmlException">The text is not JSON.</exception>
    public static XElement Read(XmlReader reader)
    {
        var open = new Stack<XElement>();
        var text = new StringBuilder();
        XElement? root = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
                    var isEmpty = reader.IsEmptyElement;
                    AddAttributes(element, reader);
                    if (open.Count > 0)
                    {
                        open.Peek().Add(element);
                    }

                    root ??= element;
                    if (!isEmpty)
                    {
                        open.Push(element);
                    }

                    text.Clear();
                    break;
                case XmlNodeType.EndElement:
                    Close(open.Pop(), text);
                    break;
                default:
                    text.Append(reader.Value);
                    break;
            }
        }

        return root ?? throw new XmlException("There is no value.");
    }

    private static void AddAttributes(XElement element, XmlReader reader)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != Declarations)
            {
                element.Add(new XAttribute(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value));
            }
        }
    }

    private static void Close(XElement element, StringBuilder text)
    {
        if (!element.HasElements && text.Length > 0)
        {
            element.Add(new XText(text.ToString()));
        }

        text.Clear();
    }
}
