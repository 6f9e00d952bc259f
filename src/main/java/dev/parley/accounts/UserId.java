package dev.parley.accounts;

/// A member of an organization, `usr.…`.
public record UserId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
