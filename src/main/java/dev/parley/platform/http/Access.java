package dev.parley.platform.http;

import java.util.Optional;

/// Decides who is behind a request, before its body is read.
public interface Access {
    /// Anybody.
    Access PUBLIC =
            new Access() {
                @Override
                public Optional<Principal> known(Credentials credentials) {
                    return Optional.of(Principal.ANYBODY);
                }

                @Override
                public Principal admit(Credentials credentials) {
                    return Principal.ANYBODY;
                }
            };

    /// Who this is, if that is known without waiting; called on the event loop.
    Optional<Principal> known(Credentials credentials);

    /// Who this is; may wait for the database.
    ///
    /// @throws Problem.Unauthorized for anybody who is not let in
    /// @throws Problem.Forbidden for somebody who may do other things
    Principal admit(Credentials credentials);
}
