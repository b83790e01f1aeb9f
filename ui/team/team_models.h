// The three tables of the Team page: who carries what, the declines to confirm, and how challenges ended.
#pragma once

#include "app/team.h"

#include <QAbstractTableModel>

namespace holdfast::ui {

class TeamModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, RoleColumn, People, Needs, Overdue, Alerts, ToConfirm, Omissions, Away, ColumnTotal };

    using QAbstractTableModel::QAbstractTableModel;
    void setView(const app::TeamView& view);
    const app::TeamMember* at(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString cell(const app::TeamMember& member, int column) const;
    QVariant look(const app::TeamMember& member, int column, int role) const;

    std::vector<app::TeamMember> m_members;
    Date m_today;
};

class DeclineModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Person, Service, Said, Recorded, Author, When, ColumnTotal };

    using QAbstractTableModel::QAbstractTableModel;
    void setDeclines(std::vector<app::UnconfirmedDecline> declines, Instant now);
    const app::UnconfirmedDecline* at(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString cell(const app::UnconfirmedDecline& decline, int column) const;

    std::vector<app::UnconfirmedDecline> m_declines;
    Instant m_now;
};

class ChallengeModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Service, Sent, Overturned, Upheld, Unanswered, ColumnTotal };

    using QAbstractTableModel::QAbstractTableModel;
    void setTallies(std::vector<app::ChallengeTally> tallies);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<app::ChallengeTally> m_tallies;
};

}  // namespace holdfast::ui
