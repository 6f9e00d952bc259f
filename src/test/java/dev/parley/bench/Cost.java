package dev.parley.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// Time that passed and time that processors worked, which differ where others work too.
record Cost(long nanos, long cpuNanos) {
    static Cost now() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Cost(System.nanoTime(), system.getProcessCpuTime());
    }

    static Cost since(Cost before) {
        var now = now();
        return new Cost(now.nanos - before.nanos, now.cpuNanos - before.cpuNanos);
    }

    /// What the calling thread has used.
    static long ofThread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
