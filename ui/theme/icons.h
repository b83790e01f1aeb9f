// The icons as painter paths, read from the small part of SVG that resources/icons uses, so QtSvg is not needed.
#pragma once

#include <QHash>
#include <QList>
#include <QPainterPath>
#include <QString>

#include <optional>

namespace holdfast::ui {

struct IconStroke {
    QPainterPath path;
    std::optional<qreal> width;  ///< in grid units, when the element sets its own
};
using IconShape = QList<IconStroke>;

/// All icons are drawn on a grid this wide and high.
inline constexpr qreal iconGrid = 20.0;

/// path, circle, rect and line elements of an SVG file; nothing when anything else is in it.
std::optional<IconShape> readIcon(const QByteArray& svg);
/// The `d` attribute of a path; nothing when it cannot be read to its end.
std::optional<QPainterPath> readPathData(QStringView data);

class Icons {
public:
    Icons();
    const IconShape& shape(QStringView name) const;
    bool contains(QStringView name) const { return m_shapes.contains(name.toString()); }
    QStringList names() const { return m_shapes.keys(); }

private:
    QHash<QString, IconShape> m_shapes;
};

}  // namespace holdfast::ui
