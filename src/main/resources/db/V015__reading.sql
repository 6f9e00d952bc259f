-- What the reading of hives remembers.

-- The job that reads it, while one does.
ALTER TABLE hive ADD COLUMN read_by text;

-- Where a page leads, a JSON array of addresses: asked again, a page that has not changed does not
-- say.
ALTER TABLE hive_source ADD COLUMN links text;
