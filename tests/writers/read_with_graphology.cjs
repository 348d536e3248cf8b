// Reads FILE.gexf or FILE.graphml with graphology and prints its nodes and edges as JSON.
const fs = require("fs");
const Graph = require("graphology");

const file = process.argv[2];
const reader = require(file.endsWith(".gexf") ? "graphology-gexf" : "graphology-graphml");
const graph = reader.parse(Graph, fs.readFileSync(file, "utf8"), { addMissingNodes: false });
const read = { type: graph.type, nodes: {}, edges: {} };
graph.forEachNode((id, data) => { read.nodes[id] = data; });
graph.forEachEdge((id, data, source, target) => { read.edges[id] = { ...data, source, target }; });
process.stdout.write(JSON.stringify(read));
