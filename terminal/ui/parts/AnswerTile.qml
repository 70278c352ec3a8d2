import QtQuick
import Remise

/// One answer: its picture, its words, and its shape when it is a state. Tall in a grid, wide in a list.
Touchable {
    id: tile

    property string label
    property string detail
    property string icon
    property string sign
    property bool chosen: false
    property bool wide: false
    readonly property color tone: sign === "" ? Tokens.teal : States.colourOf(sign)
    readonly property string shape: chosen ? "go" : sign

    touchLabel: label
    edge: chosen ? Tokens.teal : sign === "" ? Tokens.line : tone
    border.width: chosen ? 4 : sign === "" ? 2 : 3
    fill: chosen ? "#E3F1EF" : "white"

    Loader {
        anchors.fill: parent
        sourceComponent: tile.wide ? lying : standing
    }

    Component {
        id: standing

        Item {
            StateSign {
                anchors { left: parent.left; top: parent.top; margins: 16 }
                sign: tile.shape
            }

            Column {
                anchors { left: parent.left; right: parent.right; margins: 14; verticalCenter: parent.verticalCenter }
                spacing: 12

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    name: tile.icon
                    side: Math.min(120, tile.height * 0.5)
                    colour: tile.tone
                }

                Said {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: tile.label
                    strong: true
                    font.pixelSize: 26
                }
            }
        }
    }

    Component {
        id: lying

        Item {
            Icon {
                id: picture

                anchors { left: parent.left; leftMargin: 20; verticalCenter: parent.verticalCenter }
                name: tile.icon
                side: 48
                colour: tile.tone
            }

            Said {
                anchors { left: picture.right; leftMargin: 18; right: aside.left; rightMargin: 12 }
                anchors.verticalCenter: parent.verticalCenter
                text: tile.label
                strong: true
                lineHeight: 1
            }

            Row {
                id: aside

                anchors { right: parent.right; rightMargin: 20; verticalCenter: parent.verticalCenter }
                spacing: 12

                Said {
                    anchors.verticalCenter: parent.verticalCenter
                    text: tile.detail
                    strong: true
                    font.pixelSize: 34
                    color: Tokens.teal
                }

                StateSign {
                    anchors.verticalCenter: parent.verticalCenter
                    sign: tile.shape
                }
            }
        }
    }
}
