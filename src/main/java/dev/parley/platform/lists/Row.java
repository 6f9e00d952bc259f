package dev.parley.platform.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record of a list.
///
/// @param document JSON, empty where only its place was asked for
/// @param sortedBy the value of the field the list is sorted by, in PostgreSQL's writing
record Row(byte[] document, String id, Instant createdAt, @Nullable String sortedBy) {
    private static final byte[] NOTHING = {};

    static List<Row> read(ResultSet rows) throws SQLException {
        var read = new ArrayList<Row>();
        while (rows.next()) {
            var document = rows.getBytes(1);
            read.add(
                    new Row(
                            document == null ? NOTHING : document,
                            rows.getString(2),
                            rows.getTimestamp(3).toInstant(),
                            rows.getString(4)));
        }
        return read;
    }

    /// Where it stands in `order`: the values of its columns.
    List<@Nullable String> position(Order order) {
        var position = new ArrayList<@Nullable String>();
        for (var column : order.columns()) {
            position.add(
                    switch (column) {
                        case "id" -> id;
                        case "created_at" -> createdAt.toString();
                        default -> sortedBy;
                    });
        }
        return position;
    }
}
