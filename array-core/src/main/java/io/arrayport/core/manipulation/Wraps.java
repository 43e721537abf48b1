package io.arrayport.core.manipulation;

/** Borders that go on with the elements from the other end. */
final class Wraps {
    private Wraps() {}

    static void fill(Edge edge) {
        long period = edge.length();
        Edge rest = edge;
        // Whole periods only: what has been filled in is as good as what was there.
        while (!rest.isFilled()) {
            long usable = rest.length() / period * period;
            long front = Math.min(usable, rest.before());
            long back = Math.min(usable, rest.behind());
            Along.slice(rest.region(), rest.axis(), rest.before() - front, rest.before())
                    .set(rest.inside(usable - front, usable));
            rest.inside(rest.length(), rest.length() + back)
                    .set(rest.inside(rest.length() - usable, rest.length() - usable + back));
            rest = rest.grown(front, back);
        }
    }
}
