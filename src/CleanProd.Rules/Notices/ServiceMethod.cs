namespace CleanProd.Rules.Notices;

/// <summary>How a document was served (《民事诉讼法》 Arts 88–95 by analogy).</summary>
public enum ServiceMethod
{
    /// <summary>直接送达: handed over.</summary>
    Direct,

    /// <summary>留置送达: left at the address before witnesses.</summary>
    Left,

    /// <summary>邮寄送达: by post; served on the day of the receipt.</summary>
    Mail,

    /// <summary>委托送达: by another authority.</summary>
    Entrusted,

    /// <summary>电子送达: by e-mail or in this system, with the consent of the addressee.</summary>
    Electronic,

    /// <summary>公告送达: by public announcement; served on the day its period has run out.</summary>
    PublicNotice,
}
