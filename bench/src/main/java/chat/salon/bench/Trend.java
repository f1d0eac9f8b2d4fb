package chat.salon.bench;

/// The straight line that is nearest to some points, by least squares.
///
/// @param slope units of y for one of x
/// @param standardError of the slope: how far it is off by chance, from how far the points are off
///   the line; 0 for fewer than three points
record Trend(double slope, double standardError) {
  private static final int COEFFICIENTS = 2;

  /// @param x not all the same
  static Trend of(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double squares = 0;
    double products = 0;
    for (int i = 0; i < x.length; i++) {
      squares += (x[i] - meanX) * (x[i] - meanX);
      products += (x[i] - meanX) * (y[i] - meanY);
    }
    double slope = products / squares;
    double rest = 0;
    for (int i = 0; i < x.length; i++) {
      double off = y[i] - meanY - slope * (x[i] - meanX);
      rest += off * off;
    }
    int freedom = x.length - COEFFICIENTS;
    return new Trend(slope, freedom > 0 ? Math.sqrt(rest / freedom / squares) : 0);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
