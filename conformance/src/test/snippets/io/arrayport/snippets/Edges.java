package io.arrayport.snippets;

// @start region="program"
import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.*;

import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.PadMode;

public class Edges {
    public static void main(String[] args) {
        try (Scope _ = np.scope()) {
            NdArray row = np.arange(18).get(":, None");
            NdArray column = np.arange(44);
            NdArray disc = np.less(np.hypot(row.subtract(8.5).multiply(2), column.subtract(15)), 12);
            NdArray bar = np.logicalAnd(np.lessEqual(np.abs(column.subtract(36)), 3),
                    np.lessEqual(np.abs(row.subtract(8.5)), 6));
            NdArray image = np.where(np.logicalOr(disc, bar), 200, 50).astype(np.float32);

            NdArray windows = np.slidingWindowView(np.pad(image, 1, mode(PadMode.EDGE)), 3, 3); // a view
            NdArray smooth = windows.mean(axis(-2, -1));

            NdArray p = np.pad(smooth, 1, mode(PadMode.EDGE));
            NdArray down = p.get("2:, 1:-1").subtract(p.get(":-2, 1:-1"));
            NdArray right = p.get("1:-1, 2:").subtract(p.get("1:-1, :-2"));
            NdArray edges = np.greater(np.hypot(down, right), 60);

            for (boolean[] line : edges.toArray(boolean[][].class)) {
                StringBuilder text = new StringBuilder();
                for (boolean edge : line) {
                    text.append(edge ? '#' : '.');
                }
                System.out.println(text);
            }
            System.out.println(np.countNonzero(edges) + " of " + edges.size() + " pixels are edges");
        }
    }
}
// @end
