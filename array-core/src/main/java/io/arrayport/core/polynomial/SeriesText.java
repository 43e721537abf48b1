package io.arrayport.core.polynomial;

import java.util.Locale;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.ndarray.Array2stringOption.Precision;
import io.arrayport.core.ndarray.FormatFloat;
import io.arrayport.core.ndarray.FormatFloatOption;
import io.arrayport.core.ndarray.FormatFloatOption.TrimZeros;
import io.arrayport.core.ndarray.FormatFloatOption.Unique;
import io.arrayport.core.ndarray.FormatScientificOption;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PrintState;
import io.arrayport.core.print.PrintOptions;
import io.arrayport.core.print.PrintOptions.FloatMode;
import io.arrayport.core.print.Zeros;
import io.arrayport.core.series.Basis;

/** Series as sums of terms: {@code 1.0 + 2.0·T₁(x)}. */
final class SeriesText {
    private static final double LARGE = 1e8;
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
    private static volatile boolean unicode = !System.getProperty("os.name", "").startsWith("Windows");

    private SeriesText() {}

    /** @throws IllegalArgumentException if it is neither "unicode" nor "ascii" */
    static void setStyle(String style) {
        unicode = switch (style) {
            case "unicode" -> true;
            case "ascii" -> false;
            default -> throw new IllegalArgumentException("set_default_printstyle: '" + style
                    + "' is neither 'unicode' nor 'ascii'");
        };
    }

    static String number(double x, boolean parens) {
        PrintOptions options = PrintState.current().options();
        if (Double.isNaN(x)) {
            return options.nanstr();
        }
        if (Double.isInfinite(x)) {
            return options.infstr();
        }
        double size = Math.abs(x);
        int precision = options.precision();
        boolean scientific = x != 0
                && (size >= LARGE || size < Math.pow(10, Math.min(0, Math.floorDiv(-(precision - 1), 2))));
        boolean fixed = options.floatmode() == FloatMode.FIXED;
        Precision digits = new Precision(precision);
        Unique unique = new Unique(!fixed);
        TrimZeros trim = new TrimZeros(fixed ? Zeros.of("k") : Zeros.of("0"));
        if (!scientific) {
            return FormatFloat.of(x).positional(new FormatFloatOption[]{digits, unique, trim});
        }
        String text = FormatFloat.of(x).scientific(new FormatScientificOption[]{digits, unique, trim});
        return parens ? "(" + text + ")" : text;
    }

    /** NumPy's {@code str}. */
    static String of(Basis basis, NdArray coef, Complex offset, Complex scale, String symbol) {
        String variable = variable(offset, scale, symbol);
        int width = Math.max(1, PrintState.current().options().linewidth());
        boolean complex = coef.dtype().kind() == 'c';
        StringBuilder text = new StringBuilder(
                complex ? complex(coef.getComplex(0)) : number(coef.getDouble(0), false));
        for (int i = 1; i < coef.size(); i++) {
            double number = complex ? 0 : coef.getDouble(i);
            boolean negative = number < 0 || Double.isNaN(number);
            String term = complex ? "+ " + complex(coef.getComplex(i))
                    : (negative ? "- " : "+ ") + number(negative ? -number : number, true);
            term += term(basis, i, variable);
            int line = text.length() - 1 - text.lastIndexOf("\n") + 1 + term.length() + (i < coef.size() - 1 ? 2 : 0);
            text.append(' ').append(line >= width ? term.replaceFirst(" ", "\n") : term);
        }
        return text.toString();
    }

    private static String complex(Complex number) {
        return String.format(Locale.ROOT, "(%s%s%sj)", trimmed(number.real()),
                number.imag() < 0 || 1 / number.imag() < 0 ? "-" : "+", trimmed(Math.abs(number.imag())));
    }

    private static String trimmed(double number) {
        String text = Double.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String variable(Complex offset, Complex scale, String symbol) {
        double off = offset.real();
        double scl = scale.real();
        if (off == 0 && scl == 1) {
            return symbol;
        }
        String product = scl == 1 ? symbol : number(scl, false) + symbol;
        return "(" + (off == 0 ? product : number(off, false) + " + " + product) + ")";
    }

    private static String term(Basis basis, int i, String variable) {
        if (basis == Basis.POWER) {
            return i == 1 ? (unicode ? "·" : " ") + variable
                    : unicode ? "·" + variable + digits(i, SUPERSCRIPTS) : " " + variable + "**" + i;
        }
        String argument = variable.startsWith("(") ? variable : "(" + variable + ")";
        return unicode ? "·" + basis.letter() + digits(i, SUBSCRIPTS) + argument
                : " " + basis.letter() + "_" + i + argument;
    }

    private static String digits(int number, String glyphs) {
        StringBuilder text = new StringBuilder();
        Integer.toString(number).chars().forEach(digit -> text.append(glyphs.charAt(digit - '0')));
        return text.toString();
    }
}
