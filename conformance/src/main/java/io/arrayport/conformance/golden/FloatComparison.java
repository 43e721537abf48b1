package io.arrayport.conformance.golden;

import java.util.Locale;

import io.arrayport.core.dtype.FloatFormat;
import org.jspecify.annotations.Nullable;

/**
 * Holds floating numbers against the expected ones. Without a tolerance a number must be the same, -0.0 is not 0.0, and
 * any NaN is any NaN; with one, what is infinite, NaN or zero must still be so with its sign.
 */
record FloatComparison(Tolerance tolerance, FloatFormat format) {

    /** @return what differs, or null */
    @Nullable
    String real(double got, double wanted) {
        if (same(got, wanted) || near(got, wanted)) {
            return null;
        }
        return text(got) + ", wanted " + text(wanted) + distance(got, wanted);
    }

    /** @return what differs, or null */
    @Nullable
    String complex(double gotReal, double gotImag, double wantedReal, double wantedImag) {
        boolean finite = Double.isFinite(wantedReal) && Double.isFinite(wantedImag);
        boolean equal;
        if (tolerance.norm() && finite) {
            equal = nearAsWhole(gotReal, gotImag, wantedReal, wantedImag);
        } else {
            equal = real(gotReal, wantedReal) == null && real(gotImag, wantedImag) == null;
        }
        if (equal) {
            return null;
        }
        String measure = !tolerance.norm() ? distance(gotReal, wantedReal) + distance(gotImag, wantedImag)
                : finite ? " within " + tolerance.ulp() + " eps of its magnitude" : "";
        return "(" + text(gotReal) + ", " + text(gotImag) + "), wanted (" + text(wantedReal) + ", " + text(wantedImag)
                + ")" + measure;
    }

    private static boolean same(double got, double wanted) {
        return Double.compare(got, wanted) == 0;
    }

    private boolean near(double got, double wanted) {
        if (tolerance.exact() || !Double.isFinite(got) || !Double.isFinite(wanted)) {
            return false;
        }
        double error = Math.abs(got - wanted);
        if (error == 0) {
            return tolerance.floor() > 0; // zeros of different sign
        }
        return error <= tolerance.ulp() * Elements.ulp(wanted, format) || error <= tolerance.floor();
    }

    private boolean nearAsWhole(double gotReal, double gotImag, double wantedReal, double wantedImag) {
        // Scaled before they are squared, so that the magnitude of large numbers does not overflow.
        double allowed = tolerance.ulp() * Math.hypot(wantedReal * Elements.epsilon(format),
                wantedImag * Elements.epsilon(format));
        double error = Math.hypot(gotReal - wantedReal, gotImag - wantedImag);
        return error <= Math.max(allowed, tolerance.ulp() * Elements.ulp(0, format)) || error <= tolerance.floor();
    }

    private String distance(double got, double wanted) {
        if (tolerance.exact() || !Double.isFinite(got) || !Double.isFinite(wanted) || got == wanted) {
            return "";
        }
        return String.format(Locale.ROOT, " (%.3g ulp, %s allowed)",
                Math.abs(got - wanted) / Elements.ulp(wanted, format), tolerance.ulp());
    }

    private String text(double number) {
        return format == FloatFormat.BINARY64 ? Double.toString(number) : Float.toString((float) number);
    }
}
