package dev.newera.tagging.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Logistic regression with an elastic net, by coordinate descent: one weight at a time is moved by a Newton step that a
 * trust region of its own keeps short (Genkin, Lewis, Madigan: Large-scale Bayesian logistic regression for text
 * categorization, 2007). Penalties: {@code sparsity × |w| + shrinkage / 2 × w²}; the bias has none.
 *
 * <p>Strict arithmetic and a fixed order: the same input gives the same bits on every machine.
 */
final class SparseLogistic {
    private static final int MOST_SWEEPS = 200;
    private static final double SETTLED = 5e-4;
    /** The curvature is taken where it is greatest within the trust region; below this it says too little to step by. */
    private static final double LEAST_CURVATURE = 1e-6;

    private final boolean[] carried;
    private final double[] margin;
    private final double sparsity;
    private final double shrinkage;

    /** One thing that is weighed: in which rows it is, and how much of it is in each of them. */
    record Column(int[] rows, double[] amounts, double most) {
        static Column same(int[] rows, double amount) {
            var amounts = new double[rows.length];
            Arrays.fill(amounts, amount);
            return new Column(rows, amounts, amount);
        }

        static Column of(double[] amountOfRow) {
            var rows = IntStream.range(0, amountOfRow.length)
                    .filter(row -> amountOfRow[row] != 0)
                    .toArray();
            var amounts =
                    Arrays.stream(rows).mapToDouble(row -> amountOfRow[row]).toArray();
            return new Column(
                    rows, amounts, Arrays.stream(amounts).map(Math::abs).max().orElse(0));
        }
    }

    /** What came out: what a row without a column has, and the weight of each column. */
    record Weights(double bias, double[] ofColumn) {}

    private SparseLogistic(boolean[] carried, double[] offset, double sparsity, double shrinkage) {
        this.carried = carried;
        this.margin = offset.clone();
        this.sparsity = sparsity;
        this.shrinkage = shrinkage;
    }

    static Weights fit(List<Column> columns, boolean[] carried, double[] offset, double sparsity, double shrinkage) {
        return new SparseLogistic(carried, offset, sparsity, shrinkage).descend(columns);
    }

    private Weights descend(List<Column> columns) {
        var weights = new double[columns.size()];
        var trust = new double[columns.size()];
        Arrays.fill(trust, 1);
        double bias = biasStep();
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            // Most weights are zero and stay so: between full sweeps only the others are looked at.
            boolean full = sweep % 5 == 0;
            double moved = 0;
            for (int c = 0; c < weights.length; c++) {
                if (full || weights[c] != 0) {
                    var column = columns.get(c);
                    double step = bounded(step(column, weights[c], trust[c]), trust[c]);
                    if (step != 0) {
                        weights[c] += step;
                        shift(column, step);
                        moved = Math.max(moved, Math.abs(step) * column.most());
                    }
                    trust[c] = Math.max(2 * Math.abs(step), trust[c] / 2);
                }
            }
            double biasStep = biasStep();
            bias += biasStep;
            if (full && Math.max(moved, Math.abs(biasStep)) < SETTLED) {
                break;
            }
        }
        return new Weights(bias, weights);
    }

    private static double bounded(double step, double most) {
        return Math.max(-most, Math.min(most, step));
    }

    private double step(Column column, double weight, double trust) {
        double slope = 0;
        double curvature = LEAST_CURVATURE;
        for (int i = 0; i < column.rows().length; i++) {
            int row = column.rows()[i];
            double amount = column.amounts()[i];
            slope += amount * (probability(margin[row]) - (carried[row] ? 1 : 0));
            curvature += amount * amount * greatestCurvature(margin[row], trust * amount);
        }
        slope += shrinkage * weight;
        curvature += shrinkage;
        double target = weight - slope / curvature;
        double threshold = sparsity / curvature;
        double soft = target > threshold ? target - threshold : target < -threshold ? target + threshold : 0;
        return soft - weight;
    }

    private void shift(Column column, double step) {
        for (int i = 0; i < column.rows().length; i++) {
            margin[column.rows()[i]] += step * column.amounts()[i];
        }
    }

    private double biasStep() {
        double slope = 0;
        double curvature = LEAST_CURVATURE;
        for (int row = 0; row < margin.length; row++) {
            double p = probability(margin[row]);
            slope += p - (carried[row] ? 1 : 0);
            curvature += p * (1 - p);
        }
        double step = bounded(-slope / curvature, 1);
        for (int row = 0; row < margin.length; row++) {
            margin[row] += step;
        }
        return step;
    }

    private static double probability(double margin) {
        return 1 / (1 + StrictMath.exp(-margin));
    }

    private static double greatestCurvature(double margin, double reach) {
        double nearest = Math.max(0, Math.abs(margin) - reach);
        if (nearest == 0) {
            return 0.25;
        }
        double p = probability(nearest);
        return p * (1 - p);
    }
}
