pragma ComponentBehavior: Bound
import QtQuick
import Remise

/// The kinds of labels, and on which paper they come out of this printer.
Item {
    id: tiles

    required property PrinterScreen printers
    property var words: ({})
    readonly property int columns: 3
    readonly property int gap: 12
    readonly property int rows: Math.ceil(printers.labels.length / columns)

    Said {
        id: head

        anchors { left: parent.left; right: parent.right; top: parent.top }
        text: tiles.words[tiles.printers.canChoose ? "printers.labels" : "printers.leader"]
        font.pixelSize: 26
        color: Tokens.muted
    }

    Grid {
        id: grid

        anchors { left: parent.left; right: parent.right; top: head.bottom; topMargin: 12; bottom: parent.bottom }
        columns: tiles.columns
        spacing: tiles.gap

        Repeater {
            model: tiles.visible ? tiles.printers.labels : []

            Touchable {
                id: tile

                required property var modelData
                required property int index
                readonly property bool here: modelData["here"]

                width: (grid.width - (tiles.columns - 1) * tiles.gap) / tiles.columns
                height: Math.min(124, (grid.height - (tiles.rows - 1) * tiles.gap) / Math.max(1, tiles.rows))
                enabled: tiles.printers.canChoose && modelData["fits"]
                opacity: modelData["fits"] ? 1 : 0.4
                touchLabel: modelData["label"]
                edge: here ? Tokens.teal : Tokens.line
                border.width: here ? 4 : 2
                fill: here ? "#E3F1EF" : "white"
                onTouched: tiles.printers.choose(index)

                Column {
                    anchors { left: parent.left; leftMargin: 14; right: mark.left; verticalCenter: parent.verticalCenter }
                    spacing: 4

                    Said {
                        width: parent.width
                        text: tile.modelData["label"]
                        strong: true
                        lineHeight: 1
                    }

                    Said {
                        width: parent.width
                        text: tile.modelData["paper"]
                        color: Tokens.muted
                        lineHeight: 1
                    }
                }

                Icon {
                    id: mark

                    anchors { right: parent.right; rightMargin: 8; verticalCenter: parent.verticalCenter }
                    name: tile.here ? "check" : ""
                    colour: Tokens.teal
                    side: 32
                }
            }
        }
    }
}
