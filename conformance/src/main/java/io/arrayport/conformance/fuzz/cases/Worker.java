package io.arrayport.conformance.fuzz.cases;

import java.nio.file.Path;
import java.util.SplittableRandom;

import io.arrayport.arrow.ArrowC;
import io.arrayport.core.memory.Ledger;
import io.arrayport.dlpack.DlpackRaw;

/**
 * A process that runs the cases {@code [from, to)} of a family. A line {@code wrong CASE WHAT} for each that does not
 * go as it has to, and at the end one if something is left over. Arguments: family, seed, from, to, the board's file.
 */
public final class Worker {
    /** A line for each of so many; where more go wrong, these are enough to mend. */
    private static final int MOST_COMPLAINTS = 20;
    private static final int TURNS = 20;
    private static final boolean TRACE = Boolean.getBoolean("io.arrayport.fuzz.trace");
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Family family;
    private final long seed;

    private Worker(Family family, long seed) {
        this.family = family;
        this.seed = seed;
    }

    /** @param args family, seed, first case, the one behind the last, file of the board */
    public static void main(String[] args) {
        Worker worker = new Worker(Families.named(args[0]).orElseThrow().maker().get(), Long.parseLong(args[1]));
        worker.run(Long.parseLong(args[2]), Long.parseLong(args[3]), Board.in(Path.of(args[4])));
        System.out.flush();
        System.exit(0); // an agent may have to write down what it saw
    }

    private void run(long from, long to, Board board) {
        board.cuts(family.cuts());
        int complaints = 0;
        Left before = Left.now();
        for (long index = from; index < to && complaints < MOST_COMPLAINTS; index++) {
            board.at(index);
            try {
                board.add(one(index));
            } catch (RuntimeException | Error wrong) {
                complaints++;
                complain(index, wrong);
            }
        }
        board.at(to);
        Left after = Left.settled(before);
        if (complaints == 0 && !after.equals(before)) {
            System.out.println("wrong -1 left over: " + after + ", at the beginning " + before);
        }
    }

    /** Of a case that is run alone: what it is, before it can end the process. */
    static void announce(Object what) {
        if (TRACE) {
            System.out.println("the case: " + what);
            System.out.flush();
        }
    }

    private Verdict one(long index) {
        long cut = index % Family.BETWEEN_CUTS == 0 && index / Family.BETWEEN_CUTS < family.cuts()
                ? index / Family.BETWEEN_CUTS
                : -1;
        return family.run(cut, new SplittableRandom(seed * MIX ^ index));
    }

    private void complain(long index, Throwable wrong) {
        String what = wrong instanceof Wrong ? String.valueOf(wrong.getMessage()) : wrong.toString();
        System.out.println("wrong " + index + " " + (what + "; the case: " + family.damage()).replaceAll("\\R", " "));
        if (TRACE) {
            wrong.printStackTrace();
        }
    }

    /** What is out. */
    private record Left(Ledger.Counts memory, long capsules, long structs) {
        /** What is out when the collector has had its turns. */
        static Left settled(Left expected) {
            Left left = now();
            for (int turn = 0; turn < TURNS && !left.equals(expected); turn++) {
                left = now();
            }
            return left;
        }

        static Left now() {
            System.gc();
            Ledger.drain();
            return new Left(Ledger.counts(), DlpackRaw.liveExports(), ArrowC.liveExports());
        }
    }
}
