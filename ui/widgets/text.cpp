#include "widgets/text.h"

#include "theme/theme.h"

#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

namespace holdfast::ui {
namespace {

constexpr std::array<const char*, typeCount> typeNames{
    "display", "kpi", "h1", "h1s", "h2", "h3", "body", "dense", "small", "badge",
};

/// Only the colours that text may have; the stylesheet has a rule for each.
const char* toneName(Color tone)
{
    switch (tone) {
    case Color::ink2: return "ink-2";
    case Color::ink3: return "ink-3";
    case Color::railInk: return "rail-ink";
    case Color::mh: return "mh";
    case Color::da: return "da";
    case Color::joint: return "joint";
    case Color::ok: return "ok";
    case Color::wait: return "wait";
    case Color::bounce: return "bounce";
    case Color::late: return "late";
    case Color::onFill: return "on-fill";
    case Color::surface: return "surface";
    default: return "ink";
    }
}

QString joined(const QList<TextRun>& runs)
{
    QString text;
    for (const TextRun& run : runs)
        text += run.text;
    return text;
}

QList<TextRun> firstOf(const QList<TextRun>& runs, qsizetype length)
{
    QList<TextRun> first;
    for (const TextRun& run : runs) {
        if (length <= 0)
            break;
        first.append({run.text.left(length), run.tone, run.weight});
        length -= run.text.size();
    }
    return first;
}

/// The runs as lines of a given width; the layout must not outlive the call that made it.
class Laid {
public:
    Laid(const Theme& theme, Type type, const QList<TextRun>& runs, qreal width, Qt::Alignment alignment)
        : m_step{qreal(theme.lineHeight(type))},
          m_layout{joined(runs).replace(QLatin1Char('\n'), QChar::LineSeparator), theme.font(type)}
    {
        QList<QTextLayout::FormatRange> formats;
        int start = 0;
        for (const TextRun& run : runs) {
            QTextCharFormat format;
            format.setForeground(theme.color(run.tone));
            format.setFont(theme.font(type, run.weight));
            formats.append({start, static_cast<int>(run.text.size()), format});
            start += static_cast<int>(run.text.size());
        }
        m_layout.setFormats(formats);
        QTextOption option{alignment & Qt::AlignHorizontal_Mask};
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_layout.setTextOption(option);
        m_layout.beginLayout();
        for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
            line.setLineWidth(width);
            line.setPosition({0, m_height + (m_step - line.height()) / 2});
            m_height += m_step;
            m_width = qMax(m_width, line.naturalTextWidth());
        }
        m_layout.endLayout();
    }

    int height() const { return qCeil(m_height); }
    qreal width() const { return m_width; }
    void draw(QPainter& painter, QPointF at) const { m_layout.draw(&painter, at); }

private:
    qreal m_step;
    qreal m_height = 0;
    qreal m_width = 0;
    QTextLayout m_layout;
};

constexpr qreal anyWidth = 1e6;

}  // namespace

QLabel* plainLabel(const QString& text, Type type, Color tone, QWidget* parent)
{
    auto* label = new QLabel{parent};
    label->setTextFormat(Qt::PlainText);
    label->setProperty("type", QLatin1String{typeNames[static_cast<std::size_t>(type)]});
    label->setProperty("tone", QLatin1String{toneName(tone)});
    label->setText(text);
    return label;
}

QLabel* strongLabel(const QString& text, Type type, Color tone, QWidget* parent)
{
    QLabel* label = plainLabel(text, type, tone, parent);
    label->setProperty("weight", QStringLiteral("strong"));
    return label;
}

void setTone(QLabel* label, Color tone)
{
    const QVariant name = QLatin1String{toneName(tone)};
    if (label->property("tone") == name)
        return;
    label->setProperty("tone", name);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

void setLine(QLineEdit& editor, const QString& text)
{
    if (editor.text() == text)
        return;
    editor.setText(text);
    editor.setCursorPosition(0);
}

void keepWidth(QWidget& widget, const Theme& theme, int drawn)
{
    const auto fit = [&widget, &theme, drawn] { widget.setFixedWidth(theme.px(drawn)); };
    fit();
    QObject::connect(&theme, &Theme::themeChanged, &widget, fit);
}

QString plainToolTip(const QString& text)
{
    return text.isEmpty() ? text : QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped());
}

RunLabel::RunLabel(const Theme& theme, Type type, QList<TextRun> runs, QWidget* parent)
    : QLabel{parent}, m_theme{theme}, m_type{type}
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    connect(&theme, &Theme::themeChanged, this, [this] {
        updateGeometry();
        update();
    });
    setRuns(std::move(runs));
}

/// A break begins a line where the label wraps; in a label of one line it is a space.
void RunLabel::setRuns(QList<TextRun> runs)
{
    m_runs = std::move(runs);
    if (!wordWrap())
        for (TextRun& run : m_runs)
            run.text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    QLabel::setText(joined(m_runs));
    setAccessibleName(QLabel::text());
    updateGeometry();
    update();
}

void RunLabel::setText(const QString& text, Color tone, int weight)
{
    setRuns({{text, tone, weight}});
}

QSize RunLabel::sizeHint() const
{
    const Laid oneLine{m_theme, m_type, m_runs, anyWidth, Qt::AlignLeft};
    const int width = qCeil(oneLine.width()) + 1;
    if (!wordWrap() || width <= m_theme.px(480))
        return {width, oneLine.height()};
    return {m_theme.px(480), heightForWidth(m_theme.px(480))};
}

QSize RunLabel::minimumSizeHint() const
{
    const Laid oneLine{m_theme, m_type, m_runs, anyWidth, Qt::AlignLeft};
    return {qMin(m_theme.px(72), qCeil(oneLine.width()) + 1), m_theme.lineHeight(m_type)};
}

int RunLabel::heightForWidth(int width) const
{
    return Laid{m_theme, m_type, m_runs, qreal(width), Qt::AlignLeft}.height();
}

void RunLabel::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    QList<TextRun> runs = m_runs;
    if (!wordWrap()) {
        const auto fits = [&](const QList<TextRun>& candidate) {
            return Laid{m_theme, m_type, candidate, anyWidth, Qt::AlignLeft}.width() <= width() + 0.5;
        };
        for (qsizetype keep = joined(m_runs).size(); keep > 0 && !fits(runs); --keep) {
            runs = firstOf(m_runs, keep - 1);
            if (!runs.isEmpty())
                runs.last().text += QChar{0x2026};
        }
        setToolTip(runs.size() == m_runs.size() && joined(runs) == text() ? QString{} : plainToolTip(text()));
    }
    const Laid laid{m_theme, m_type, runs, qreal(width()), alignment()};
    const int spare = height() - laid.height();
    const int y = alignment() & Qt::AlignTop ? 0 : qMax(0, spare / 2);
    laid.draw(painter, QPointF(0, y));
}

ElidedLabel::ElidedLabel(const QString& text, Type type, Color tone, QWidget* parent) : QLabel{parent}
{
    setTextFormat(Qt::PlainText);
    setProperty("type", QLatin1String{typeNames[static_cast<std::size_t>(type)]});
    setProperty("tone", QLatin1String{toneName(tone)});
    setText(text);
}

void ElidedLabel::setText(const QString& text)
{
    QLabel::setText(text);
    setAccessibleName(text);
    refreshToolTip();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, QLabel::sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setPen(palette().color(foregroundRole()));
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    painter.drawText(rect(), static_cast<int>(alignment()) | Qt::TextSingleLine, shown);
}

void ElidedLabel::resizeEvent(QResizeEvent*)
{
    refreshToolTip();
}

void ElidedLabel::refreshToolTip()
{
    setToolTip(fontMetrics().horizontalAdvance(text()) > width() ? plainToolTip(text()) : QString{});
}

}  // namespace holdfast::ui
