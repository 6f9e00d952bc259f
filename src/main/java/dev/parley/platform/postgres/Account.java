package dev.parley.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The account of the machine that PostgreSQL runs as, and how to run a command as it.
///
/// @param borrowed we are root, and use this unprivileged account instead
/// @param deathSignal commands are interrupted by the kernel when the thread that started them ends
record Account(int uid, int gid, boolean borrowed, boolean deathSignal, List<String> prefix) {
    private static final int ROOT = 0;
    private static final List<String> UNPRIVILEGED = List.of("postgres", "nobody");

    /// Ourselves, or as root the owner of the cluster that is already there, or `postgres`, or
    /// `nobody`.
    static Account choose(Path cluster) throws IOException, InterruptedException {
        int self = id("-u");
        boolean exists = Files.exists(cluster);
        int owner = exists ? attribute(cluster, "uid") : self;
        if (self != ROOT) {
            if (owner != self) {
                throw new PostgresUnavailable(
                        "The database in %s belongs to account %d, but Parley runs as account %d."
                                        .formatted(cluster, owner, self)
                                + " Start Parley as that account, or as root.");
            }
            return ourselves(self);
        }
        if (exists && owner != ROOT) {
            return borrowed(owner, attribute(cluster, "gid"));
        }
        for (var name : UNPRIVILEGED) {
            if (ShortCommand.run(List.of("id", "-u", name)).succeeded()) {
                return borrowed(id("-u", name), id("-g", name));
            }
        }
        throw new PostgresUnavailable(
                "PostgreSQL must not run as root, and this machine has neither an account"
                        + " 'postgres' nor 'nobody'. Start Parley as an ordinary user.");
    }

    /// Ourselves without the kernel's death signal, as where `setpriv` does not exist.
    static Account withoutDeathSignal(int uid, int gid) {
        return new Account(uid, gid, false, false, List.of());
    }

    private static Account ourselves(int uid) throws InterruptedException {
        int gid = id("-g");
        var prefix = List.of("setpriv", "--pdeathsig=INT", "--");
        var signalled = new Account(uid, gid, false, true, prefix);
        return signalled.run("true").succeeded() ? signalled : withoutDeathSignal(uid, gid);
    }

    private static Account borrowed(int uid, int gid) throws InterruptedException {
        var prefix =
                List.of(
                        "setpriv",
                        "--reuid=" + uid,
                        "--regid=" + gid,
                        "--clear-groups",
                        "--pdeathsig=INT",
                        "--");
        var account = new Account(uid, gid, true, true, prefix);
        var trial = account.run("true");
        if (!trial.succeeded()) {
            throw new PostgresUnavailable(
                    "PostgreSQL must not run as root, and 'setpriv' (part of util-linux) cannot"
                            + " switch to another account here. Start Parley as an ordinary user,"
                            + " or install util-linux. It said: "
                            + trial.output());
        }
        return account;
    }

    List<String> command(List<String> words) {
        var command = new ArrayList<>(prefix);
        command.addAll(words);
        return command;
    }

    ShortCommand run(String... words) throws InterruptedException {
        return ShortCommand.run(command(List.of(words)));
    }

    /// Hands a file or folder we made to this account.
    void own(Path path) throws IOException {
        if (borrowed) {
            Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /// Makes sure that this account can reach the home; opens the data folder, never one above.
    void reach(Home home) throws IOException, InterruptedException {
        if (!borrowed || mayEnter(home.folder())) {
            return;
        }
        var above = home.data().getParent();
        if ((above == null || mayEnter(above)) && attribute(home.data(), "uid") == ROOT) {
            int mode = attribute(home.data(), "mode");
            Files.setAttribute(home.data(), "unix:mode", mode | 0001);
        }
        if (!mayEnter(home.folder())) {
            throw closed(home);
        }
    }

    private PostgresUnavailable closed(Home home) throws InterruptedException {
        var folder = home.folder();
        while (folder.getParent() != null && !mayEnter(folder.getParent())) {
            folder = folder.getParent();
        }
        return new PostgresUnavailable(
                """
                PostgreSQL runs as account %d, which may not enter the folder %s. Either let it pass \
                (chmod o+x '%s'), or set PARLEY_DATA to a folder that others may pass through \
                (for example /var/lib/parley), or start Parley as an ordinary user.\
                """
                        .formatted(uid, folder, folder));
    }

    private boolean mayEnter(Path folder) throws InterruptedException {
        return run("test", "-x", folder.toString()).succeeded();
    }

    private static int attribute(Path path, String name) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:" + name);
    }

    private static int id(String... arguments) throws InterruptedException {
        var command = new ArrayList<>(List.of("id"));
        command.addAll(List.of(arguments));
        var answer = ShortCommand.run(command);
        if (!answer.succeeded()) {
            throw new PostgresUnavailable("Cannot ask for our account: " + answer.output());
        }
        return Integer.parseInt(answer.output());
    }
}
