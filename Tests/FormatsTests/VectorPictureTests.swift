import Formats
import Testing

/// What drawings may hold.
struct VectorPictureTests {
  private func part(_ text: String) -> ActivePart? { activePart(ofVectorPicture: Array(text.utf8)) }

  @Test(arguments: [
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><g id=\"a\"/></svg>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n<svg></svg>",
    "<?xml version='1.0' encoding='utf-8' standalone='no'?><svg/>", "<?xml version='1.0'?><svg/>",
    "<svg><use href=\"#a\"/><use xlink:href='#b'/><a href=\"#c\">x</a></svg>",
    "<svg><style>.a { fill: url(#g); } .b { fill: url( '#h' ) } /* on click */</style></svg>",
    "<svg><rect style=\"fill:url(&quot;#g&quot;)\" fill=\"url(#g)\"/></svg>",
    "<svg><image href=\"data:image/png;base64,iVBORw0KGgo=\"/></svg>",
    "<svg><text>url(http://a.example/) onclick= &lt;script></text><!-- <script/> --></svg>",
    "<svg><metadata><rdf:RDF rdf:about=\"\"><dc:format>image/svg+xml</dc:format></rdf:RDF></metadata></svg>",
    "<svg><text style=\"-inkscape-font-specification:'Sans\\, Bold'\">a</text></svg>",
  ])
  func takesShapesAndTexts(_ text: String) {
    #expect(part(text) == nil)
  }

  @Test(arguments: [
    ("<svg>\n<script>1</script></svg>", 6, "a script"), ("<svg><SCRIPT/></svg>", 5, "a script"),
    ("<svg xmlns:s=\"http://www.w3.org/2000/svg\"><s:script/></svg>", 42, "a script"),
    ("<svg onload=\"a()\"/>", 5, "an event handler 'onload'"),
    ("<svg ONLOAD = 'a()'/>", 5, "an event handler 'onload'"),
    ("<svg><foreignObject/></svg>", 5, "an element 'foreignobject'"),
    ("<svg><a href=\"javascript:a()\"/></svg>", 8, "a script"),
    ("<svg><a xlink:href=\" java&#115;cript&#x3a;a()\"/></svg>", 8, "a script"),
    ("<svg><a xlink:href=\"java&#10;script:a()\"/></svg>", 8, "a script"),
    (
      "<svg><image href=\"https://a.example/x.png\"/></svg>", 12,
      "a reference to another file, 'https://a.example/x.png'"
    ),
    (
      "<svg><image href=\"data:image/svg+xml;base64,AA\"/></svg>", 12,
      "a reference to another file, 'data:image/svg+xml;base64,AA'"
    ),
    ("<svg><use href=\"other.svg#a\"/></svg>", 10, "a reference to another file, 'other.svg#a'"),
    ("<svg><set attributeName=\"href\" to=\"x\"/></svg>", 10, "an animation of 'href'"),
    ("<svg><animate attributeName=\"onload\"/></svg>", 14, "an animation of 'onload'"),
    ("<svg><animate values=\"#a;javascript:a()\"/></svg>", 14, "a script"),
    ("<svg><style>@import 'a.css';</style></svg>", 12, "a style sheet from another file"),
    (
      "<svg><style><![CDATA[ a { fill: url(http://a.example/) } ]]></style></svg>", 12,
      "a style that loads another file"
    ),
    ("<svg><style>a { fill: u\\72l(http://a.example/) }</style></svg>", 12, "a style that hides what it loads"),
    ("<svg><rect style=\"fill: url( //a.example/ )\"/></svg>", 18, "a style that loads another file"),
    ("<svg><rect fill='url(\"http://a.example/#a\")'/></svg>", 17, "a style that loads another file"),
    ("<!DOCTYPE svg [<!ENTITY a \"<script/>\">]><svg>&a;</svg>", 0, "a document type with definitions"),
    ("<?xml-stylesheet href=\"a.css\"?><svg/>", 0, "an instruction for other programs"),
    ("<?xml version=\"1.0\" encoding='ISO-2022-JP'?><svg/>", 0, "another encoding than UTF-8"),
    ("<?xml version=\"1.0\" encoding = \"UTF-7\"?><svg>+ADw-script+AD4-</svg>", 0, "another encoding than UTF-8"),
    ("<?xml version=\"1.0\" encoding=?><svg/>", 0, "another encoding than UTF-8"),
    ("<svg xml:base=\"https://a.example/\"/>", 5, "another address as its base"),
    ("<svg a=\"b", 5, "markup that ends in the middle"), ("<svg a", 5, "markup that is not well-formed"),
    ("<svg", 0, "markup that ends in the middle"), ("<!-- ", 0, "markup that ends in the middle"),
    ("<svg a=b>", 5, "markup that ends in the middle"), ("< svg onload=''>", 0, "markup that is not well-formed"),
  ])
  func refusesWhatRunsOrLoads(_ text: String, _ offset: Int, _ what: String) {
    let found = part(text)
    #expect(found?.what == what)
    #expect(found?.offset == offset)
    #expect(found?.help == "Take it out, or save the drawing as plain SVG or as PNG")
  }

  @Test func looksThroughALargeDrawingOnce() {
    let shapes = String(repeating: "<path d=\"M0 0\" style=\"fill:url(#a);stroke:url(#b)\"/>", count: 40_000)
    #expect(part("<svg>\(shapes)</svg>") == nil)
    #expect(part("<svg><style>\(String(repeating: "url(#a) ", count: 200_000))</style></svg>") == nil)
  }
}
