namespace CleanProd.Rules.Documents;

/// <summary>A notice template that cannot be used. The message names the part and the placeholder and says what to do.</summary>
public sealed class NoticeTemplateException : Exception
{
    /// <summary>With a message for the person who edits the template.</summary>
    public NoticeTemplateException(string message) : base(message)
    {
    }

    /// <summary>With the cause.</summary>
    public NoticeTemplateException(string message, Exception inner) : base(message, inner)
    {
    }

    /// <summary>Without a message.</summary>
    public NoticeTemplateException()
    {
    }
}
