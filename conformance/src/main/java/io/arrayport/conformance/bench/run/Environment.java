package io.arrayport.conformance.bench.run;

import java.util.List;

/**
 * What figures depend on.
 *
 * @param measured the day, ISO 8601
 * @param cpu the processor
 * @param cores how many could be used
 * @param pinned whether rows on one thread ran on one core
 * @param load how many processes wanted to run in the minute before; negative if the system does not say
 * @param busy whether that is too many for good figures
 * @param java its version
 * @param simd the vectors in use
 * @param numpy its version
 * @param python its version
 * @param blas what NumPy multiplies matrices with
 * @param peers which other libraries were measured
 * @param quick whether few rows and rounds had to suffice
 */
public record Environment(String measured, String cpu, int cores, boolean pinned, double load, boolean busy,
        String java, String simd, String numpy, String python, String blas, List<String> peers, boolean quick) {}
