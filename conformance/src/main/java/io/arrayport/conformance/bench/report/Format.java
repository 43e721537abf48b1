package io.arrayport.conformance.bench.report;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Figures for people. */
final class Format {
    private Format() {}

    static String time(@Nullable Double nanos) {
        if (nanos == null) {
            return "-";
        }
        double[] units = {1, 1e3, 1e6, 1e9};
        String[] names = {"ns", "us", "ms", "s"};
        int unit = 0;
        while (unit < units.length - 1 && nanos >= 999.5 * units[unit]) {
            unit++;
        }
        double value = nanos / units[unit];
        String pattern = value >= 99.95 ? "%.0f %s" : value >= 9.995 ? "%.1f %s" : "%.2f %s";
        return String.format(Locale.ROOT, pattern, value, names[unit]);
    }

    static String ratio(@Nullable Double ratio) {
        return ratio == null ? "-"
                : String.format(Locale.ROOT, ratio >= 99.5 ? "%.0f" : ratio >= 9.995 ? "%.1f" : "%.2f", ratio);
    }

    static String range(@Nullable Double low, @Nullable Double high) {
        return low == null || high == null ? "" : ratio(low) + " to " + ratio(high);
    }

    /** 1e5 for 100000: short, and as the documentation writes it. */
    static String size(long n) {
        if (n >= 1000) {
            String digits = Long.toString(n);
            String zeros = digits.substring(1).replace("0", "");
            return zeros.isEmpty() ? digits.charAt(0) + "e" + (digits.length() - 1) : digits;
        }
        return Long.toString(n);
    }
}
