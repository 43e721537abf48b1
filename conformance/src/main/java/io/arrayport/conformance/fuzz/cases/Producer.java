package io.arrayport.conformance.fuzz.cases;

/** What the callbacks of a stream do: gives a node's schema once, and its array so many times. */
final class Producer {
    /** How a callback answers. */
    enum Answer {
        /** As it has to. */
        GIVES,
        /** With an errno. */
        FAILS,
        /** With success, and nothing written. */
        LEAVES
    }

    private static final int EIO = 5;

    private final Guarded memory;
    private final ArrowNode root;
    private int left;
    private int schemas;
    private int arrays;
    private int releases;
    Answer schemaAnswer = Answer.GIVES;
    /** How it ends. */
    Answer lastAnswer = Answer.LEAVES;
    /** Address of a text, or none. */
    long error;

    Producer(Guarded memory, ArrowNode root, int batches) {
        this.memory = memory;
        this.root = root;
        this.left = batches;
    }

    int schema(long out) {
        if (schemaAnswer != Answer.GIVES) {
            return schemaAnswer == Answer.FAILS ? EIO : 0;
        }
        new ArrowStructs(memory).schema(root, out);
        schemas += root.schemaReleased ? 0 : 1;
        return 0;
    }

    int next(long out) {
        if (left-- > 0) {
            new ArrowStructs(memory).fill(root, out);
            arrays += root.arrayReleased ? 0 : 1;
            return 0;
        }
        return lastAnswer == Answer.FAILS ? EIO : 0;
    }

    long error() {
        return error;
    }

    void released() {
        releases++;
    }

    int schemas() {
        return schemas;
    }

    int arrays() {
        return arrays;
    }

    int releases() {
        return releases;
    }
}
