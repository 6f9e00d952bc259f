-- What the API tells of organizations and members, how a member signs in, and who is invited.

ALTER TABLE organization
    -- what its members have set beyond the columns, as JSON
    ADD COLUMN settings text NOT NULL DEFAULT '{}',
    ADD COLUMN branding text,
    ADD COLUMN created_by text NOT NULL DEFAULT 'trata-system',
    ADD COLUMN updated_by text NOT NULL DEFAULT 'trata-system',
    ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
UPDATE organization SET updated_at = created_at;

-- Organizations that are gone, until nothing of them is left.
CREATE TABLE deleted_organization (
    id text PRIMARY KEY,
    deleted_at timestamptz NOT NULL
);

ALTER TABLE member
    ALTER COLUMN full_name DROP NOT NULL,
    -- what an address is compared by
    ADD COLUMN email_key text,
    ADD COLUMN phone_number text,
    ADD COLUMN profile_picture_url text,
    ADD COLUMN status text NOT NULL DEFAULT 'active',
    -- null until the member has chosen one; the hash says how it was made
    ADD COLUMN password text,
    -- counted up to end every session before
    ADD COLUMN sessions integer NOT NULL DEFAULT 0,
    ADD COLUMN created_by text NOT NULL DEFAULT 'trata-system',
    ADD COLUMN updated_by text NOT NULL DEFAULT 'trata-system',
    ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
UPDATE member SET email_key = lower(email), updated_at = created_at;
CREATE UNIQUE INDEX member_email ON member (org_id, email_key);
CREATE INDEX member_sign_in ON member (email_key) WHERE password IS NOT NULL;
CREATE INDEX member_newest ON member (org_id, created_at DESC, id DESC);

-- The key whose text is the operator's setting; the oldest, where it was made before this.
ALTER TABLE api_key ADD COLUMN is_operators boolean NOT NULL DEFAULT false;
UPDATE api_key SET is_operators = true
WHERE (org_id, id) = (SELECT org_id, id FROM api_key ORDER BY created_at, id LIMIT 1);
CREATE INDEX api_key_member ON api_key (org_id, user_id);

-- A member as the API answers it.
CREATE VIEW member_record WITH (security_invoker = true) AS
SELECT org_id, id, email, full_name, phone_number, role, status, created_by, created_at, updated_at,
    json_build_object(
        'id', id,
        'email', email,
        'orgId', org_id,
        'role', role,
        'fullName', full_name,
        'phoneNumber', phone_number,
        'profilePictureUrl', profile_picture_url,
        'status', status,
        'createdBy', created_by,
        'createdAt', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        'updatedBy', updated_by,
        'updatedAt', to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')
    )::text AS document
FROM member;

-- Without those who look after the organization for somebody else.
CREATE VIEW own_member_record WITH (security_invoker = true) AS
SELECT * FROM member_record WHERE role <> 'RESELLER_ADMIN';

CREATE TABLE invitation (
    org_id text NOT NULL,
    id text NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL,
    role text NOT NULL,
    -- open, accepted or revoked
    status text NOT NULL,
    -- of the code sent last; the codes before it are worth nothing
    hash bytea NOT NULL,
    sent_count integer NOT NULL,
    last_sent_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_by text NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX invitation_open ON invitation (org_id, email_key) WHERE status = 'open';
CREATE INDEX invitation_newest ON invitation (org_id, created_at DESC, id DESC);

ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON invitation USING (org_id = current_setting('parley.org_id', true));

-- An invitation as the API answers it, without its code, which is nowhere.
CREATE VIEW invitation_record WITH (security_invoker = true) AS
SELECT org_id, id, email, role, status, created_by, created_at, updated_at, last_sent_at,
    json_build_object(
        'id', id,
        'email', email,
        'orgId', org_id,
        'role', role,
        'isEmailVerified', status = 'accepted',
        'last_sent_date', to_char(last_sent_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        'sent_count', sent_count,
        'guestInviteCode', NULL,
        'createdBy', created_by,
        'createdAt', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        'updatedBy', updated_by,
        'updatedAt', to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')
    )::text AS document
FROM invitation;

-- What a ticket was asked with, so that it opens nothing once that is revoked.
ALTER TABLE socket_ticket ADD COLUMN credential text;
