package dev.parley.hives.reading;

import dev.parley.hives.documents.CleanText;
import dev.parley.hives.documents.Document;
import dev.parley.hives.documents.Outline;
import dev.parley.hives.documents.Unreadable;
import java.io.IOException;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;

/// Word documents: the main text, read as a stream, so that a large one needs no more memory than a
/// small one. Pictures, macros and what a document points to outside are never looked at.
final class DocxReader {
    private static final long MAX_PART = 128L << 20;
    private static final double LEAST_RATIO = 0.005;
    private static final String STYLES = "/word/styles.xml";

    static {
        ZipSecureFile.setMaxEntrySize(MAX_PART);
        ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
    }

    private DocxReader() {}

    static Document read(Path file, int maxCharacters) throws IOException, Unreadable {
        try (var word = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            var styles = new DocxStyles();
            var stylesPart = part(word, STYLES);
            if (stylesPart != null) {
                read(stylesPart, styles);
            }
            var outline = new Outline(maxCharacters);
            read(main(word), new DocxText(outline, styles));
            if (outline.sections().isEmpty()) {
                throw new Unreadable("The document holds no text");
            }
            var title = CleanText.line(word.getPackageProperties().getTitleProperty().orElse(""));
            return Document.of(title.isEmpty() ? outline.firstHeading() : title, outline);
        } catch (InvalidFormatException | XMLStreamException | RuntimeException _) {
            throw new Unreadable("The document is damaged, or unpacks to more than it may");
        }
    }

    /// Reads elements one after the other.
    interface Elements {
        void begin(javax.xml.stream.XMLStreamReader xml);

        void end(String name);

        void text(String text);

        /// Whether nothing more is wanted.
        boolean isEnough();
    }

    private static PackagePart main(OPCPackage word) throws Unreadable {
        var mains = word.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT);
        for (var main : mains) {
            if (main.getTargetMode() == org.apache.poi.openxml4j.opc.TargetMode.INTERNAL) {
                var part = word.getPart(main);
                if (part != null) {
                    return part;
                }
            }
        }
        throw new Unreadable("The file is no Word document");
    }

    private static @org.jspecify.annotations.Nullable PackagePart part(OPCPackage word, String name)
            throws InvalidFormatException {
        return word.getPart(PackagingURIHelper.createPartName(name));
    }

    private static void read(PackagePart part, Elements elements)
            throws IOException, XMLStreamException {
        // the factory of POI knows no document types and fetches nothing (F2)
        try (var in = part.getInputStream()) {
            var xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(in);
            while (xml.hasNext() && !elements.isEnough()) {
                switch (xml.next()) {
                    case javax.xml.stream.XMLStreamConstants.START_ELEMENT -> elements.begin(xml);
                    case javax.xml.stream.XMLStreamConstants.END_ELEMENT ->
                            elements.end(xml.getLocalName());
                    case javax.xml.stream.XMLStreamConstants.CHARACTERS,
                            javax.xml.stream.XMLStreamConstants.CDATA ->
                            elements.text(xml.getText());
                    case javax.xml.stream.XMLStreamConstants.DTD ->
                            throw new XMLStreamException("A document type");
                    default -> {
                        // comments and the like say nothing
                    }
                }
            }
            xml.close();
        }
    }
}
