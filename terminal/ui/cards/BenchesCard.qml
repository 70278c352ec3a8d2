pragma ComponentBehavior: Bound
import QtQuick
import Remise

/// The machines on the benches, six at a time: to look at, or to touch the one that is the unit.
Item {
    id: card

    required property WorkScreen work
    required property var words
    property bool choosing: false
    property int page: 0
    readonly property var benches: work.benches
    readonly property int columns: 2
    readonly property int gap: 12
    readonly property int least: choosing ? 118 : 158
    /// The camera's button stands in the corner.
    property bool keepsCorner: false
    readonly property real room: height - (old.visible ? old.height + gap : 0)
    readonly property bool hasFoot: choosing || keepsCorner || benches.length > columns * rowsIn(room)
    readonly property int rows: rowsIn(hasFoot ? room - foot.height - gap : room)
    readonly property int perPage: columns * rows
    readonly property int pages: Math.max(1, Math.ceil(benches.length / perPage))
    readonly property int first: Math.min(page, pages - 1) * perPage

    function rowsIn(height: real): int {
        return Math.max(1, Math.min(3, Math.floor((height + gap) / (least + gap))))
    }

    onVisibleChanged: page = 0

    Rectangle {
        id: old

        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: visible ? 60 : 0
        visible: card.work.benchesOld
        radius: Tokens.corner
        color: "#FBF3E4"
        border { width: 2; color: Tokens.wait }

        Row {
            anchors { left: parent.left; leftMargin: 16; verticalCenter: parent.verticalCenter }
            spacing: 12

            StateSign {
                anchors.verticalCenter: parent.verticalCenter
                sign: "wait"
                side: 32
            }

            Said {
                anchors.verticalCenter: parent.verticalCenter
                text: card.words["bench.old"]
            }
        }
    }

    Grid {
        id: grid

        anchors { left: parent.left; right: parent.right; top: old.bottom; bottom: foot.visible ? foot.top : parent.bottom }
        anchors.topMargin: old.visible ? card.gap : 0
        anchors.bottomMargin: foot.visible ? card.gap : 0
        columns: card.columns
        spacing: card.gap

        // How many there are, not which: what a machine says changes its tile and makes no new one.
        Repeater {
            model: card.visible ? Math.min(card.perPage, card.benches.length - card.first) : 0

            BenchTile {
                required property int index

                width: (grid.width - (card.columns - 1) * card.gap) / card.columns
                height: Math.min(card.choosing ? 150 : 200, (grid.height - (card.rows - 1) * card.gap) / card.rows)
                bench: card.benches[card.first + index] ?? {}
                words: card.words
                choosing: card.choosing
                enabled: card.choosing
                opacity: card.work.benchesOld ? 0.55 : 1
                onChosen: report => card.work.chooseBench(report)
            }
        }
    }

    Column {
        anchors.centerIn: parent
        visible: card.benches.length === 0
        spacing: 28

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "power"
            colour: Tokens.teal
            side: 120
        }

        Said {
            width: Math.min(implicitWidth, card.width)
            horizontalAlignment: Text.AlignHCenter
            text: (card.words["bench.none"] ?? "").replace(/([.?!]) (?=[A-ZÀÉÊ])/g, "$1\n")
            font.pixelSize: 30
        }
    }

    Item {
        id: foot

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: 92
        visible: card.hasFoot

        Touchable {
            visible: card.choosing && card.work.skipLabel !== ""
            width: Math.min(240, skip.implicitWidth + 40)
            height: parent.height
            touchLabel: card.work.skipLabel
            onTouched: card.work.skip()

            Said {
                id: skip

                anchors { left: parent.left; right: parent.right; margins: 12; verticalCenter: parent.verticalCenter }
                horizontalAlignment: Text.AlignHCenter
                text: card.work.skipLabel
                font.pixelSize: 26
            }
        }

        Row {
            // The camera's button is in the corner.
            anchors { right: parent.right; rightMargin: 112 }
            visible: card.pages > 1
            spacing: 12

            PageButton {
                height: foot.height
                enabled: card.first > 0
                icon: "chevron-up"
                touchLabel: card.words["list.previous"]
                onTouched: card.page = Math.min(card.page, card.pages - 1) - 1
            }

            Said {
                anchors.verticalCenter: parent.verticalCenter
                text: (card.first / card.perPage + 1) + " / " + card.pages
                strong: true
            }

            PageButton {
                height: foot.height
                enabled: card.first + card.perPage < card.benches.length
                icon: "chevron-down"
                touchLabel: card.words["list.next"]
                onTouched: ++card.page
            }
        }
    }
}
