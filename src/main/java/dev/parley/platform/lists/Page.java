package dev.parley.platform.lists;

import dev.parley.platform.http.Response;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// One page of a list.
///
/// @param json the records as a JSON array in UTF-8
/// @param next where the next page begins; empty when this is the last
/// @param total how many records there are on all pages, when that was asked for
public record Page(byte[] json, Optional<String> next, OptionalLong total) {
    /// The page as the answer to a request.
    public Response response() {
        var response = Response.okJson(json);
        if (next.isPresent()) {
            response = response.with("X-Next-Cursor", next.get());
        }
        if (total.isPresent()) {
            response = response.with("X-Total-Count", Long.toString(total.getAsLong()));
        }
        return response;
    }

    /// The same page with its records completed by `change`.
    public Page with(UnaryOperator<byte[]> change) {
        return new Page(change.apply(json), next, total);
    }

    /// Documents joined by commas, unread.
    static byte[] array(List<byte[]> documents) {
        int size = 2 + Math.max(0, documents.size() - 1);
        for (var document : documents) {
            size += document.length;
        }
        var array = ByteBuffer.allocate(size).put((byte) '[');
        for (int i = 0; i < documents.size(); i++) {
            if (i > 0) {
                array.put((byte) ',');
            }
            array.put(documents.get(i));
        }
        return array.put((byte) ']').array();
    }
}
