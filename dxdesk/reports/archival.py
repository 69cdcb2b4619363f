"""What makes a PDF fit for the archive (PDF/A-2b, ISO 19005-2): its own description, its colours.

Fonts are embedded and nothing is transparent anyway; the profile is the sRGB of Little CMS.
"""

from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

from dxdesk.paths import RESOURCES

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
_MADE = "2000-01-01T00:00:00+00:00"
"""The moment that reportlab writes into every invariant file."""


def make_archival(canvas: Canvas, *, title: str, author: str, producer: str) -> None:
    """Describe the file of *canvas* in XMP, alike its Info, and say what its colours mean."""
    document: Any = getattr(canvas, "_doc")  # noqa: B009 - reportlab has no other way to the catalog
    catalog = document.Catalog
    values = {"title": title, "author": author, "producer": producer}
    text = _XMP.format(made=_MADE, **{name: escape(value) for name, value in values.items()})
    described = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    catalog.Metadata = PDFStream(PDFDictionary(described), text.encode(), filters=[])
    profile = PDFStream(PDFDictionary({"N": 3, "Alternate": PDFName("DeviceRGB")}), _profile())
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
        "Info": PDFString("sRGB IEC61966-2.1"),
        "DestOutputProfile": document.Reference(profile),
    }
    catalog.OutputIntents = PDFArray([PDFDictionary(intent)])
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]


@cache
def _profile() -> bytes:
    return (RESOURCES / "colour" / "sRGB.icc").read_bytes()
