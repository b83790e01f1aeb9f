// A table of rows that are fetched a page at a time through a function it is given. Lists only say what is in a cell.
#pragma once

#include "base/result.h"

#include <QAbstractTableModel>
#include <QPointer>

#include <functional>
#include <string>
#include <vector>

namespace holdfast::ui {

/// The signals, which a template cannot have.
class PagedModelBase : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

signals:
    void answered();  ///< a page came, maybe empty
    void failed(const holdfast::Error& error);
};

/// `Page` has `rows` (of `Row`) and `next`, the cursor after them: empty when they are the last.
template <class Row, class Page>
class PagedModel : public PagedModelBase {
public:
    using Receive = std::function<void(const Result<Page>&)>;
    /// Starts loading the page after a cursor (empty: the first) and hands it over later, on the GUI thread.
    using Fetch = std::function<void(const std::string& after, const Receive& receive)>;

    /// Forgets every row and starts again from the top. A page still on its way is dropped.
    void reload()
    {
        beginResetModel();
        ++m_generation;
        m_rows.clear();
        m_next.clear();
        m_complete = false;
        m_loading = false;
        endResetModel();
        fetchMore({});
    }

    /// Forgets every row, and asks for none.
    void clear()
    {
        beginResetModel();
        ++m_generation;
        m_rows.clear();
        m_next.clear();
        m_complete = true;
        m_loading = false;
        endResetModel();
    }

    const std::vector<Row>& rows() const { return m_rows; }
    const Row& rowAt(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
    bool isComplete() const { return m_complete; }

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    bool canFetchMore(const QModelIndex& parent) const override
    {
        return !parent.isValid() && !m_complete && !m_loading;
    }
    void fetchMore(const QModelIndex& parent) override
    {
        if (!canFetchMore(parent))
            return;
        m_loading = true;
        m_fetch(m_next, [self = QPointer{this}, generation = m_generation](const Result<Page>& page) {
            if (self && self->m_generation == generation)
                self->take(page);
        });
    }

protected:
    explicit PagedModel(Fetch fetch, QObject* parent = nullptr) : PagedModelBase{parent}, m_fetch{std::move(fetch)} {}

    /// The page whose rows were just added; for what comes beside the rows.
    virtual void added(const Page& page) { Q_UNUSED(page) }

private:
    void take(const Result<Page>& page)
    {
        m_loading = false;
        if (!page) {
            m_complete = true;  // a view must not ask again in a loop; reload() does
            emit failed(page.error());
            return;
        }
        m_next = page->next;
        m_complete = m_next.empty();
        if (!page->rows.empty()) {
            const int first = rowCount();
            beginInsertRows({}, first, first + static_cast<int>(page->rows.size()) - 1);
            m_rows.insert(m_rows.end(), page->rows.begin(), page->rows.end());
            endInsertRows();
        }
        added(*page);
        emit answered();
    }

    Fetch m_fetch;
    std::vector<Row> m_rows;
    std::string m_next;
    bool m_complete = true;  ///< until the first reload(): a page that nobody has looked at asks for nothing
    bool m_loading = false;
    int m_generation = 0;  ///< answers to an earlier generation are too late
};

}  // namespace holdfast::ui
