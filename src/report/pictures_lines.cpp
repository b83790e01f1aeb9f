// What changes with time: bounces by month with their limits, and how long people wait for help.
#include "report/picture_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace holdfast::report {
namespace {

/// Where the lines are drawn, and what its edges stand for.
struct Plot {
    double left = 44;
    double top = 14;
    double width = pictureWidth - 44 - 84;
    double height = 210;
    double across = 1;  ///< what the right edge stands for
    double most = 1;    ///< what the top stands for

    Point at(double x, double y) const { return {left + width * x / across, top + height * (1 - y / most)}; }
    double bottom() const { return top + height; }
    double right() const { return left + width; }
};

void addGrid(Drawing& drawing, const Plot& plot, bool percent)
{
    for (int i = 0; i <= 4; ++i) {
        const double value = plot.most * i / 4;
        const double y = plot.at(0, value).y;
        drawing.shapes.emplace_back(
            Line{{plot.left, y}, {plot.right(), y}, i == 0 ? Ink::axis : Ink::grid, i == 0 ? 1.5 : 1.0});
        addLabel(drawing, percent ? plainNumber(value * 100) + '%' : plainNumber(value), {plot.left - 8, y + 4},
                 Anchor::end, Ink::muted, false, smallSize);
    }
}

Marker markerOf(std::string_view signals)
{
    if (signals.find("outside_limits") != std::string_view::npos)
        return Marker::diamond;
    if (signals.find("shift") != std::string_view::npos)
        return Marker::square;
    if (signals.find("trend") != std::string_view::npos)
        return Marker::triangle;
    return signals.empty() ? Marker::disc : Marker::cross;
}

struct SignalWords {
    const char* code;
    const char* words;
};
constexpr std::array<SignalWords, 4> signalWords{{{"outside_limits", "beyond a limit"},
                                                  {"shift", "seven or more on one side of the mean"},
                                                  {"trend", "seven or more up, or down, all the way"},
                                                  {"near_limit", "two of three near a limit"}}};

void addLimits(Drawing& drawing, const Plot& plot, const ShownTable& trend)
{
    const auto level = [&](std::string_view column, const char* words, Dash dash) {
        const auto value = trend.figure(0, column);
        if (!value)
            return;
        const double y = plot.at(0, *value).y;
        drawing.shapes.emplace_back(Line{{plot.left, y}, {plot.right(), y}, Ink::muted, 1.5, dash});
        addLabel(drawing, words + (' ' + plainNumber(std::round(*value * 10) / 10)), {plot.right() + 6, y + 4},
                 Anchor::start, Ink::muted, false, smallSize);
    };
    level("mean", "Mean", Dash::none);
    level("upper_limit", "Limit", Dash::dashed);
    level("lower_limit", "Limit", Dash::dashed);
}

/// A stretch of line between months that are shown, and a mark for each.
void addMonths(Drawing& drawing, const Plot& plot, const ShownTable& trend)
{
    Path line{{}, Ink::bounce, 2};
    const auto endLine = [&] {
        if (line.points.size() > 1)
            drawing.shapes.emplace_back(line);
        line.points.clear();
    };
    for (std::size_t i = 0; i < trend.size(); ++i)
        if (const auto count = trend.figure(i, "bounces"))
            line.points.push_back(plot.at(static_cast<double>(i), *count));
        else
            endLine();
    endLine();
    for (std::size_t i = 0; i < trend.size(); ++i) {
        const std::string signals = trend.words(i, "signals");
        const auto count = trend.figure(i, "bounces");
        const Point at = plot.at(static_cast<double>(i), count.value_or(0));
        if (count)
            drawing.shapes.emplace_back(
                Mark{at, markerOf(signals), signals.empty() ? 7.0 : 12.0, signals.empty() ? Ink::bounce : Ink::late});
        else
            addLabel(drawing, "*", {at.x, at.y - 4}, Anchor::middle, Ink::text, true);
        const std::string month = monthWords(trend.words(i, "month"));
        addLabel(drawing, month.substr(0, 3), {at.x, plot.bottom() + 18}, Anchor::middle, Ink::muted, false, smallSize);
        if (i == 0 || month.starts_with("Jan"))
            addLabel(drawing, month.substr(month.size() - 4), {at.x, plot.bottom() + 32}, Anchor::middle, Ink::muted,
                     false, smallSize);
    }
}

/// What the shapes mean, for those that occur; how far down it reaches.
double addSignalLegend(Drawing& drawing, const ShownTable& trend, double y)
{
    for (const SignalWords& each : signalWords) {
        bool occurs = false;
        for (std::size_t i = 0; i < trend.size(); ++i)
            occurs = occurs || markerOf(trend.words(i, "signals")) == markerOf(each.code);
        if (!occurs)
            continue;
        drawing.shapes.emplace_back(Mark{{50, y - 4}, markerOf(each.code), 11, Ink::late});
        addLabel(drawing, std::string{"Special cause: "} + each.words, {62, y}, Anchor::start, Ink::text, false,
                 smallSize);
        y += 18;
    }
    return y;
}

std::string trendAlt(const ShownTable& trend)
{
    std::string alt = "A line of the bounces of each month. ";
    int unseen = 0;
    std::string special;
    for (std::size_t i = 0; i < trend.size(); ++i) {
        const std::string month = monthWords(trend.words(i, "month"));
        const auto count = trend.figure(i, "bounces");
        unseen += trend.hidden(i, "bounces") ? 1 : 0;
        if (count)
            alt += month + ", " + plainNumber(*count) + ". ";
        if (const std::string signals = trend.words(i, "signals"); !signals.empty())
            for (const SignalWords& each : signalWords)
                if (signals.find(each.code) != std::string::npos)
                    special += month + ", " + each.words + ". ";
    }
    if (unseen > 0)
        alt += "Of " + std::to_string(unseen) + (unseen == 1 ? " month the count is " : " months the counts are ") +
               std::string{hiddenWords} + ", and no limits can be drawn. ";
    else if (const auto mean = trend.figure(0, "mean"))
        alt += "The mean is " + plainNumber(std::round(*mean * 10) / 10) + ", the limits " +
               plainNumber(std::round(trend.figure(0, "lower_limit").value_or(0) * 10) / 10) + " and " +
               plainNumber(std::round(trend.figure(0, "upper_limit").value_or(0) * 10) / 10) + ". " +
               (special.empty() ? "No month stands out: they vary as they always have. "
                                : "These months stand out: " + special);
    else
        alt += "There are too few months for limits. ";
    return alt + "The table of the trend has the same figures.";
}

/// The curve of one need: a level until the next step, with a mark at every fourth.
struct Curve {
    std::string need;
    const char* words;
    Ink ink;
    Dash dash;
    Marker marker;
    std::vector<Point> points;  ///< days and share, as the table has them
};

std::vector<Curve> curvesOf(const ShownTable& waiting)
{
    std::vector<Curve> curves{{"mental_health", "Mental health", Ink::mentalHealth, Dash::none, Marker::disc, {}},
                              {"substance_use", "Drugs and alcohol", Ink::substance, Dash::dashed, Marker::square, {}}};
    for (std::size_t i = 0; i < waiting.size(); ++i)
        for (Curve& curve : curves)
            if (const auto left = waiting.figure(i, "left"); left && curve.need == waiting.words(i, "need"))
                curve.points.push_back({waiting.figure(i, "days").value_or(0), *left});
    std::erase_if(curves, [](const Curve& curve) { return curve.points.empty(); });
    return curves;
}

void addCurve(Drawing& drawing, const Plot& plot, const Curve& curve, double nameY)
{
    Path path{{}, curve.ink, 2.25, curve.dash};
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        if (i > 0)
            path.points.push_back(plot.at(curve.points[i].x, curve.points[i - 1].y));
        path.points.push_back(plot.at(curve.points[i].x, curve.points[i].y));
    }
    drawing.shapes.emplace_back(path);
    for (std::size_t i = 0; i < curve.points.size(); i += 4)
        drawing.shapes.emplace_back(Mark{plot.at(curve.points[i].x, curve.points[i].y), curve.marker, 8, curve.ink});
    const double x = plot.left + 8;
    drawing.shapes.emplace_back(Line{{x, nameY - 4}, {x + 34, nameY - 4}, curve.ink, 2.25, curve.dash});
    drawing.shapes.emplace_back(Mark{{x + 17, nameY - 4}, curve.marker, 8, curve.ink});
    addLabel(drawing, curve.words, {x + 42, nameY}, Anchor::start, Ink::text, false, smallSize);
}

/// Weeks that leave at most ten labels below the axis.
double dayStep(double across)
{
    for (const double step : {7.0, 14.0, 28.0, 56.0, 91.0, 182.0, 364.0})
        if (across / step <= 10)
            return step;
    return 728;
}

std::string curveWords(const Curve& curve)
{
    std::string words = std::string{curve.words} + ": ";
    for (const double day : {28.0, 91.0, 182.0}) {
        const auto at = std::ranges::find(curve.points, day, &Point::x);
        if (at != curve.points.end())
            words += "after " + plainNumber(day) + " days " + percentWords(at->y) + " still waited; ";
    }
    const auto half = std::ranges::find_if(curve.points, [](const Point& point) { return point.y <= 0.5; });
    words += half == curve.points.end() ? "half had not been helped for as long as ten or more were followed. "
                                        : "half had been helped by day " + plainNumber(half->x) + ". ";
    return words;
}

}  // namespace

std::optional<Picture> trendPicture(const Document& document)
{
    const ShownTable trend{document, "trend"};
    if (trend.size() < 2)
        return std::nullopt;
    Plot plot;
    plot.across = static_cast<double>(trend.size() - 1);
    double most = std::max(trend.figure(0, "upper_limit").value_or(0), 1.0);
    for (std::size_t i = 0; i < trend.size(); ++i)
        most = std::max(most, trend.figure(i, "bounces").value_or(0));
    plot.most = axisTop(most);
    Picture picture{"trend", "Bounces each month, with limits", trendAlt(trend), "trend", {pictureWidth, 0, {}}};
    addGrid(picture.drawing, plot, false);
    addLimits(picture.drawing, plot, trend);
    addMonths(picture.drawing, plot, trend);
    picture.drawing.height = addSignalLegend(picture.drawing, trend, plot.bottom() + 54) - 8;
    return picture;
}

std::optional<Picture> waitingPicture(const Document& document)
{
    const auto curves = curvesOf(ShownTable{document, "waiting"});
    if (curves.empty())
        return std::nullopt;
    Plot plot;
    plot.width = pictureWidth - plot.left - 16;
    for (const Curve& curve : curves)
        plot.across = std::max(plot.across, curve.points.back().x);
    Picture picture{
        "waiting",
        "Still without help after so many days",
        "Falling steps: the share of people who still wait for the first help, by the days since they first "
        "asked. ",
        "waiting",
        {pictureWidth, plot.bottom() + 46, {}}};
    addGrid(picture.drawing, plot, true);
    const double step = dayStep(plot.across);
    for (int i = 0; i * step <= plot.across; ++i)
        addLabel(picture.drawing, plainNumber(i * step), {plot.at(i * step, 0).x, plot.bottom() + 18}, Anchor::middle,
                 Ink::muted, false, smallSize);
    addLabel(picture.drawing, "Days since first asked", {plot.right(), plot.bottom() + 36}, Anchor::end, Ink::muted,
             false, smallSize);
    double y = plot.bottom() + 36;
    for (const Curve& curve : curves) {
        addCurve(picture.drawing, plot, curve, y);
        y += 18;
        picture.alt += curveWords(curve);
    }
    picture.drawing.height = y - 6;
    picture.alt += "The table of waits has the same figures.";
    return picture;
}

}  // namespace holdfast::report
