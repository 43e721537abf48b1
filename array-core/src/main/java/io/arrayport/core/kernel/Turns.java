package io.arrayport.core.kernel;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Who of those that want a processor's whole attention has it, and who is the next. */
@SuppressWarnings("ReferenceEquality") // which of them it is
final class Turns {
    private final List<Waiting> waiting = new ArrayList<>(); // guarded by this, as all here
    private @Nullable Waiting turn;

    /** What waits in one thread for its turn. */
    interface Waiting {
        /** How much it wants the turn: whoever wants it most is the next one. */
        double urgency();

        /** Another one's turn has come. */
        void passed();
    }

    /** Returns when it is this one's turn, however often the thread is interrupted meanwhile. */
    synchronized void await(Waiting one) {
        waiting.add(one);
        if (turn == null) {
            pass();
        }
        boolean interrupted = false;
        while (turn != one) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a turn. It makes no object: where memory is short, a turn would be nobody's for ever. */
    synchronized void pass() {
        Waiting next = null;
        for (int i = 0; i < waiting.size(); i++) {
            Waiting other = waiting.get(i);
            next = next == null || other.urgency() > next.urgency() ? other : next;
        }
        turn = next;
        waiting.remove(next);
        for (int i = 0; i < waiting.size(); i++) {
            waiting.get(i).passed();
        }
        notifyAll();
    }
}
