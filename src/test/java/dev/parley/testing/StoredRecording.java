package dev.parley.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.files.blobs.BlobKey;
import dev.parley.files.blobs.Content;
import dev.parley.files.blobs.FolderBlobStore;

/// The sound of a house's conversation, which only a call can make.
final class StoredRecording {
    private StoredRecording() {}

    static void of(TestServer server, House house) {
        var sound = ("RIFF " + house.marker()).getBytes(UTF_8);
        var key = new BlobKey(house.org() + "/recordings/" + house.conversation());
        try (var blobs = FolderBlobStore.open(TestServer.filesFolder())) {
            blobs.put(key, Content.of(sound));
        }
        server.sql(sql -> {
            try (var insert =
                    sql.prepareStatement(
                            """
                            INSERT INTO recording (org_id, conversation_id, begun_at, bytes)
                            VALUES (?, ?, now(), ?)
                            """)) {
                insert.setString(1, house.org());
                insert.setString(2, house.conversation());
                insert.setLong(3, sound.length);
                insert.executeUpdate();
            }
        });
    }
}
