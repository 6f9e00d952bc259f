package dev.parley.hives;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Documents with something in them, made here.
public final class Papers {
    private static final PDType1Font FONT = new PDType1Font(FontName.HELVETICA);

    private Papers() {}

    /// Pages of lines; a line that begins with `#` is set in large letters.
    public static byte[] pdf(List<List<String>> pages) {
        try (var pdf = new PDDocument()) {
            write(pdf, pages);
            return bytes(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A PDF nobody can open without its password.
    public static byte[] lockedPdf() {
        try (var pdf = new PDDocument()) {
            write(pdf, List.of(List.of("Nobody reads this.")));
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return bytes(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDDocument pdf, List<List<String>> pages) throws IOException {
        for (var lines : pages) {
            var page = new PDPage();
            pdf.addPage(page);
            try (var content = new PDPageContentStream(pdf, page)) {
                float y = 740;
                for (var line : lines) {
                    boolean isLarge = line.startsWith("#");
                    content.beginText();
                    content.setFont(FONT, isLarge ? 20 : 11);
                    content.newLineAtOffset(60, y);
                    content.showText(line.replaceFirst("^# ?", ""));
                    content.endText();
                    y -= isLarge ? 30 : 14;
                }
            }
        }
    }

    private static byte[] bytes(PDDocument pdf) throws IOException {
        var bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    /// A Word document: a heading, a paragraph, a list and a table.
    public static byte[] docx() {
        try (var word = new XWPFDocument()) {
            heading(word, "Opening hours");
            word.createParagraph().createRun().setText("We open at nine and close at five:");
            for (var day : List.of("Monday nine to five", "Sunday closed")) {
                var item = word.createParagraph();
                item.setNumID(BigInteger.ONE);
                item.createRun().setText(day);
            }
            heading(word, "Prices");
            var table = word.createTable(2, 3);
            fill(table.getRow(0), "Dish", "Size", "Price");
            fill(table.getRow(1), "Margherita", "large", "9.50");
            var hidden = word.createParagraph().createRun();
            hidden.setText("a hidden canary");
            hidden.setVanish(true);
            var bytes = new ByteArrayOutputStream();
            word.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void heading(XWPFDocument word, String text) {
        var heading = word.createParagraph();
        heading.getCTP().addNewPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
        heading.createRun().setText(text);
    }

    private static void fill(org.apache.poi.xwpf.usermodel.XWPFTableRow row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            row.getCell(i).setText(cells[i]);
        }
    }
}
