package dev.newera.tagging.learning;

import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression with a ridge, by coordinate descent: one weight at a time is moved by a Newton step that a trust region of
 * its own keeps short (Genkin, Lewis, Madigan: Large-scale Bayesian logistic regression for text categorization, 2007). The
 * penalty is {@code shrinkage / 2 × w²}; the bias has none.
 *
 * <p>Strict arithmetic and a fixed order: the same input gives the same bits on every machine.
 */
final class Logistic {
    private static final int MOST_SWEEPS = 200;
    private static final double SETTLED = 1e-3;
    /** The curvature is taken where it is greatest within the trust region; below this it says too little to step by. */
    private static final double LEAST_CURVATURE = 1e-6;

    private final Labels carried;
    private final double[] margin;
    private final double shrinkage;

    /**
     * One thing that is weighed.
     *
     * @param rows that it is in
     * @param amount how much of it is in each of them, more than 0
     * @param least what it weighs at least
     */
    record Column(int[] rows, double amount, double least) {}

    /** What came out: what a row without a column has, and for each column what it adds to a row. */
    record Weights(double bias, double[] ofColumn) {}

    private Logistic(Labels carried, double[] offset, double shrinkage) {
        this.carried = carried;
        this.margin = offset.clone();
        this.shrinkage = shrinkage;
    }

    /** @param offset of each row, which is a tweet: what is known already, in log-odds */
    static Weights fit(List<Column> columns, Labels carried, double[] offset, double shrinkage) {
        return new Logistic(carried, offset, shrinkage).descend(columns);
    }

    private Weights descend(List<Column> columns) {
        var weights = new double[columns.size()];
        var trust = new double[columns.size()];
        Arrays.fill(trust, 1);
        double bias = 0;
        double moved = 1;
        for (int sweep = 0; sweep < MOST_SWEEPS && moved >= SETTLED; sweep++) {
            double biasStep = biasStep();
            bias += biasStep;
            moved = Math.abs(biasStep);
            for (int c = 0; c < weights.length; c++) {
                var column = columns.get(c);
                double step = bounded(step(column, weights[c], trust[c]), trust[c]);
                step = Math.max(step, column.least() - weights[c]);
                weights[c] += step;
                shift(column, step);
                trust[c] = Math.max(2 * Math.abs(step), trust[c] / 2);
                moved = Math.max(moved, Math.abs(step) * column.amount());
            }
        }
        for (int c = 0; c < weights.length; c++) {
            weights[c] *= columns.get(c).amount();
        }
        return new Weights(bias, weights);
    }

    private static double bounded(double step, double most) {
        return Math.max(-most, Math.min(most, step));
    }

    private double step(Column column, double weight, double trust) {
        double amount = column.amount();
        double slope = 0;
        double curvature = LEAST_CURVATURE;
        for (int row : column.rows()) {
            slope += probability(margin[row]) - (carried.has(row) ? 1 : 0);
            curvature += greatestCurvature(margin[row], trust * amount);
        }
        return -(slope * amount + shrinkage * weight) / (curvature * amount * amount + shrinkage);
    }

    private void shift(Column column, double step) {
        for (int row : column.rows()) {
            margin[row] += step * column.amount();
        }
    }

    private double biasStep() {
        double slope = 0;
        double curvature = LEAST_CURVATURE;
        for (int row = 0; row < margin.length; row++) {
            double p = probability(margin[row]);
            slope += p - (carried.has(row) ? 1 : 0);
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
