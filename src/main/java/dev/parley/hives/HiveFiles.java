package dev.parley.hives;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.accounts.OrgId;
import dev.parley.files.FileLinks;
import dev.parley.files.FileStore;
import dev.parley.platform.database.Database;
import dev.parley.platform.http.Problem;
import dev.parley.platform.json.Json;
import dev.parley.platform.json.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The files hives are made of. A hive holds their ids only; the records, and addresses that are
/// valid for a while, are those of the moment of the answer. A file that is gone is left out.
public final class HiveFiles {
    private final Database database;
    private final FileStore files;
    private final FileLinks links;

    public HiveFiles(Database database, FileStore files, FileLinks links) {
        this.database = database;
        this.files = files;
        this.links = links;
    }

    /// Stored hives as they are answered.
    ///
    /// @param hives a JSON array; likewise the result
    public byte[] completed(OrgId org, byte[] hives) {
        var array = parsed(hives);
        var ids = new HashSet<String>();
        array.forEach(hive -> files(hive).forEach(file -> ids.add(file.path("id").asText())));
        if (ids.isEmpty()) {
            return hives;
        }
        var known = database.transact(org, tx -> answers(tx, org, ids));
        for (var hive : array) {
            if (files(hive) instanceof ArrayNode own) {
                var complete = complete(own, known);
                own.removeAll();
                own.addAll(complete);
            }
        }
        return Json.bytes(array);
    }

    /// A stored hive as it is answered.
    Hive completed(Handle tx, OrgId org, Hive hive) {
        var ids = hive.content().fileIds();
        if (ids.isEmpty()) {
            return hive;
        }
        var known = answers(tx, org, ids);
        return hive.with(ids.stream().filter(known::containsKey).map(known::get).toList());
    }

    /// @throws Problem.Invalid naming each file of `input` that is no file of the organization
    void check(Handle tx, OrgId org, HiveInput input) {
        var ids = input.fileIds();
        if (ids.isEmpty()) {
            return;
        }
        var known = files.existing(tx, org, ids).keySet();
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < ids.size(); i++) {
            if (!known.contains(ids.get(i))) {
                violations.add(
                        new Violation(input.filesAt().place(i), "File not found", "not_found"));
            }
        }
        if (!violations.isEmpty()) {
            throw new Problem.Invalid(violations);
        }
    }

    private Map<String, ObjectNode> answers(Handle tx, OrgId org, Collection<String> ids) {
        var answers = new HashMap<String, ObjectNode>();
        files.existing(tx, org, ids)
                .forEach((id, file) -> answers.put(id, (ObjectNode) Json.tree(links.answer(file))));
        return answers;
    }

    private static List<ObjectNode> complete(JsonNode ids, Map<String, ObjectNode> known) {
        var complete = new ArrayList<ObjectNode>();
        for (var file : ids) {
            var record = known.get(file.path("id").asText());
            if (record != null) {
                complete.add(record);
            }
        }
        return complete;
    }

    private static JsonNode files(JsonNode hive) {
        return hive.path("content").path("files");
    }

    private static JsonNode parsed(byte[] hives) {
        try {
            return Json.parse(hives);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
