package dev.parley.users;

import dev.parley.accounts.Role;
import dev.parley.platform.json.Fields;
import org.jspecify.annotations.Nullable;

/// The body that makes or changes a member; what is absent or null stays as it is.
record UserInput(
        @Nullable EmailAddress email,
        @Nullable Role role,
        @Nullable String fullName,
        @Nullable String phoneNumber) {

    static UserInput read(Fields body) {
        return read(body, EmailAddress.readOptional(body, "email"));
    }

    /// The same, of somebody who is not there yet and so needs an address.
    static UserInput readNew(Fields body) {
        return read(body, EmailAddress.read(body, "email"));
    }

    private static UserInput read(Fields body, @Nullable EmailAddress email) {
        var role = body.optionalChoice("role", Role.NAMES);
        return new UserInput(
                email,
                role == null ? null : Role.valueOf(role),
                body.optionalText("fullName", 1, 512),
                body.optionalText("phoneNumber", 1, 64));
    }
}
