-- Series are counted when asked for, from the index alone: what they look at stands beside the start
-- of the call.
CREATE INDEX conversation_started ON conversation (org_id, started_at)
    INCLUDE (ended_at, prospect_status, app);
CREATE INDEX prospect_stage ON prospect (org_id, status);
