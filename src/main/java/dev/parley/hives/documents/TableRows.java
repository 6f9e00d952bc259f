package dev.parley.hives.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The rows of a table as lines that make sense by themselves: below a row of names each value is
/// said with its name.
public final class TableRows {
    private static final int MAX_NAME = 40;

    private final List<List<String>> rows = new ArrayList<>();
    private boolean hasNames;

    /// @param isNames whether the row is marked as the names of the columns
    public void add(List<String> cells, boolean isNames) {
        if (cells.stream().allMatch(String::isEmpty)) {
            return;
        }
        hasNames |= isNames && rows.isEmpty();
        rows.add(List.copyOf(cells));
    }

    /// One line a row; empty without rows.
    public String text() {
        if (rows.isEmpty()) {
            return "";
        }
        var names = rows.getFirst();
        return hasNames && rows.size() > 1 && areNames(names)
                ? rows.stream()
                        .skip(1)
                        .map(row -> line(names, row))
                        .collect(Collectors.joining("\n"))
                : rows.stream().map(TableRows::line).collect(Collectors.joining("\n"));
    }

    private static boolean areNames(List<String> names) {
        return names.size() > 1 && names.stream().allMatch(name -> name.length() <= MAX_NAME);
    }

    private static String line(List<String> cells) {
        return cells.stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining(" | "));
    }

    private static String line(List<String> names, List<String> cells) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            var name = i < names.size() ? names.get(i) : "";
            if (!cells.get(i).isEmpty()) {
                parts.add(name.isEmpty() ? cells.get(i) : name + ": " + cells.get(i));
            }
        }
        return String.join("; ", parts);
    }
}
