package dev.parley.providers.embeddings;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets all other threads go first. Java's own priorities mean nothing on Linux unless the whole
/// process is started for them; the system's call means this thread there, and this process
/// elsewhere, where it is left alone.
final class LastInLine {
    private static final Logger log = LoggerFactory.getLogger(LastInLine.class);
    private static final int THREAD = 0;
    private static final int THIS = 0;
    private static final int NICEST = 19;

    private LastInLine() {}

    /// Puts the calling thread behind all others, for good.
    @SuppressWarnings("restricted") // every command starts with --enable-native-access
    static void step() {
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")) {
            return;
        }
        try {
            var linker = Linker.nativeLinker();
            var call =
                    linker.downcallHandle(
                            linker.defaultLookup().findOrThrow("setpriority"),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT));
            int failed = (int) call.invokeExact(THREAD, THIS, NICEST);
            log.debug("Embedding behind everybody else: {}", failed == 0);
        } catch (Throwable e) {
            log.debug("Embedding at the priority of everybody else", e);
        }
    }
}
