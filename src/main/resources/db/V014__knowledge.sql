-- What hives hold once they are read: the sources found, and their text in passages.

ALTER TABLE hive
    -- counted up whenever passages or their embeddings change, for those who keep them in memory
    ADD COLUMN revision bigint NOT NULL DEFAULT 0,
    -- when the sources are to be read again; null for never
    ADD COLUMN read_again_at timestamptz;

-- One document, page or conversation of a hive.
CREATE TABLE hive_source (
    org_id text NOT NULL,
    hive_id text NOT NULL,
    id text NOT NULL,
    -- where it was found, each place once: a web address, a file's id, a conversation's id
    place text NOT NULL,
    title text NOT NULL,
    -- of the content, so that what has not changed is left as it is
    digest bytea NOT NULL,
    -- what the web server wants to hear when it is asked again
    etag text,
    last_modified text,
    read_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, hive_id, id),
    UNIQUE (org_id, hive_id, place),
    FOREIGN KEY (org_id, hive_id) REFERENCES hive ON DELETE CASCADE
);

-- A piece of a source, small enough to be read out or to be shown to a model.
CREATE TABLE hive_passage (
    org_id text NOT NULL,
    hive_id text NOT NULL,
    source_id text NOT NULL,
    -- its place in the source, from 0
    position integer NOT NULL,
    -- the headings above it, outermost first, as a JSON array
    headings text NOT NULL,
    body text NOT NULL,
    -- little-endian 32-bit floats of length one; null until the model has been asked
    embedding bytea,
    -- which model made it: those of different models cannot be compared
    embedded_by text,
    PRIMARY KEY (org_id, hive_id, source_id, position),
    FOREIGN KEY (org_id, hive_id, source_id) REFERENCES hive_source ON DELETE CASCADE
);
CREATE INDEX hive_passage_not_embedded ON hive_passage (org_id, hive_id) WHERE embedding IS NULL;

ALTER TABLE hive_source ENABLE ROW LEVEL SECURITY;
ALTER TABLE hive_source FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON hive_source USING (org_id = current_setting('parley.org_id', true));

ALTER TABLE hive_passage ENABLE ROW LEVEL SECURITY;
ALTER TABLE hive_passage FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON hive_passage USING (org_id = current_setting('parley.org_id', true));
