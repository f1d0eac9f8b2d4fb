package chat.salon.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;

/// Where something was measured: figures of two machines are not to be compared.
final class Machine {
  private Machine() {}

  /// The processor time that this process has taken, of all its threads.
  static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  static void tell(Report report) throws IOException {
    var figures = new LinkedHashMap<String, Object>();
    var runtime = Runtime.getRuntime();
    figures.put("java", Runtime.version().toString());
    figures.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    figures.put("processors", runtime.availableProcessors());
    figures.put("heap_mb", runtime.maxMemory() >> 20);
    report.add("machine", figures);
  }
}
