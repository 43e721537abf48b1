package io.arrayport.conformance.bench.report;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;

import io.arrayport.conformance.bench.run.Result;
import io.arrayport.conformance.bench.run.Row;

/**
 * The chart: a line for each family, a dot for each ratio on a logarithmic axis, a bar at the geometric mean. Its
 * colours follow the reader's light or dark.
 */
final class Chart {
    private static final int LEFT = 130;
    private static final int RIGHT = 110;
    private static final int TOP = 78;
    private static final int STEP = 26;
    private static final int WIDTH = 860;
    private static final double[] TICKS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
    private static final String STYLE = """
            <style>
            text { font: 13px system-ui, sans-serif; fill: #24292f; }
            .title { font-size: 15px; font-weight: 600; }
            .soft { fill: #57606a; font-size: 12px; }
            .end { text-anchor: end; } .middle { text-anchor: middle; }
            .back { fill: #ffffff; } .grid { stroke: #d0d7de; } .one { stroke: #57606a; stroke-width: 1.5; }
            .large { fill: #0969da; } .small { fill: none; stroke: #bc4c00; stroke-width: 1.3; }
            .mean { stroke: #24292f; stroke-width: 3; }
            @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3; } .soft { fill: #9da7b3; }
            .back { fill: #0d1117; } .grid { stroke: #30363d; } .one { stroke: #9da7b3; }
            .large { fill: #58a6ff; } .small { stroke: #f0883e; } .mean { stroke: #e6edf3; }
            }
            </style>
            """;

    private final Formatter svg = new Formatter(Locale.ROOT);
    private final List<Row> rows;
    private final double low;
    private final double high;

    private Chart(List<Row> rows) {
        this.rows = rows;
        double least = 0.5;
        double most = 2;
        for (Row row : rows) {
            if (row.ratio() != null) {
                least = Math.min(least, row.ratio());
                most = Math.max(most, row.ratio());
            }
        }
        low = Math.log10(least) - 0.05;
        high = Math.log10(most) + 0.05;
    }

    /** Returns the SVG of the warm rows on one thread. */
    static String of(Result result) {
        return new Chart(result.rows().stream().filter(row -> !row.cold() && row.threads() == 1).toList()).draw();
    }

    private String draw() {
        List<String> families = rows.stream().map(Row::family).distinct().toList();
        int bottom = TOP + STEP * families.size();
        int height = bottom + 48;
        svg.format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " aria-label=\"Arrayport's time by NumPy's, by family of operations\">%n%s",
                WIDTH, height, STYLE);
        svg.format("<rect class=\"back\" width=\"%d\" height=\"%d\" rx=\"6\"/>%n", WIDTH, height);
        text(16, 26, "title", "Arrayport's time / NumPy's, one thread, warm");
        text(16, 46, "soft", "left of 1 Arrayport is faster");
        svg.format("<circle class=\"large\" cx=\"%d\" cy=\"%d\" r=\"4\"/>%n", 230, 42);
        text(240, 46, "soft", "n \u2265 1e5");
        svg.format("<circle class=\"small\" cx=\"%d\" cy=\"%d\" r=\"3.5\"/>%n", 310, 42);
        text(320, 46, "soft", "smaller");
        svg.format("<line class=\"mean\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n", 385, 35, 385, 49);
        text(394, 46, "soft", "geometric mean of all");
        axis(bottom);
        for (int i = 0; i < families.size(); i++) {
            family(families.get(i), TOP + STEP * i + STEP / 2);
        }
        return svg.format("</svg>%n").toString();
    }

    private void axis(int bottom) {
        double previous = Double.NEGATIVE_INFINITY;
        for (double tick : TICKS) {
            double x = x(tick);
            if (x < LEFT || x > WIDTH - RIGHT) {
                continue;
            }
            svg.format("<line class=\"%s\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>%n", tick == 1 ? "one" : "grid",
                    x,
                    TOP,
                    x, bottom);
            if (x - previous > 34 || tick == 1) {
                text(x, bottom + 18, "soft middle", tick < 1 ? Double.toString(tick) : Long.toString((long) tick));
                previous = x;
            }
        }
        text(LEFT + (WIDTH - LEFT - RIGHT) / 2.0, bottom + 38, "soft middle", "ratio, logarithmic");
        text(WIDTH - 16, TOP - 10, "soft end", "mean");
    }

    private void family(String name, int y) {
        List<Row> members = rows.stream().filter(row -> row.family().equals(name)).toList();
        text(LEFT - 12, y + 4, "end", name);
        svg.format("<line class=\"grid\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n", LEFT, y, WIDTH - RIGHT, y);
        int at = 0;
        for (Row row : members) {
            if (row.ratio() != null) {
                boolean large = FamilyMean.sizeClass(row.n()) >= 100_000;
                // A little off the line, so that equal ratios do not hide each other
                svg.format("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%s\"/>%n", large ? "large" : "small",
                        x(row.ratio()), y + (at++ % 5 - 2) * 2.2, large ? "3" : "2.6");
            }
        }
        FamilyMean mean = FamilyMean.of(members).getFirst();
        if (mean.ratio() != null) {
            double x = x(mean.ratio());
            svg.format("<line class=\"mean\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>%n", x, y - 9, x, y + 9);
        }
        text(WIDTH - 16, y + 4, "end", Format.ratio(mean.ratio()));
    }

    private double x(double ratio) {
        return LEFT + (Math.log10(ratio) - low) / (high - low) * (WIDTH - LEFT - RIGHT);
    }

    private void text(double x, double y, String style, String words) {
        svg.format("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n", style, x, y,
                words.replace("&", "&amp;").replace("<", "&lt;"));
    }
}
